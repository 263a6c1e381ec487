/** The registry was not reached, in the words of npm, Node and its cache. */
export const networkTrouble =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTCACHED|ERR_SOCKET_TIMEOUT|FETCH_ERROR|network/i;

/** What the usual failures of an install mean for the person in front of it. */
const advice = [
  [/ENOSPC|no space left|EDQUOT/i, 'The disk is full. Free about 2 GB and run the same command again.'],
  [/EACCES|EPERM|EROFS/i, 'This folder cannot be written to. Clone into a folder of your own and run the same command again.'],
  [/EUSAGE|lock file/i, 'package.json and package-lock.json do not agree. Run `npm install` and commit the lock file.'],
  [
    networkTrouble,
    'The npm registry cannot be reached. The first start needs it once; check the network or proxy and run the same command again.',
  ],
];

export const adviceFor = (output) => advice.find(([pattern]) => pattern.test(output))?.[1];
