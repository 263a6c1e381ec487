/** The public pages: what anybody may read before and after the bot is installed. */
export const pagesEn = {
  pages: 'Pages',
  languages: 'Languages',
  privacy: {
    label: 'Privacy',
    title: 'Privacy at Aftercare',
    lead: 'Aftercare reminds after-sales teams of their customers. This installation is run by your organisation, which alone decides about the data in it. Nothing goes to whoever made the software.',
    sections: [
      {
        heading: 'What is stored',
        points: [
          'Of customers: name, company, phone, mail, country, language, birthday, hours when they may be called, notes, purchases, promises, and what came of each contact, as the team entered or imported it.',
          'Of the people in the team: name, work mail, account, role, time zone, language, working hours, absences, and the reminders they got.',
          'Of the chat: which conversation reaches a person. The bot reads what is written to it, and no other conversations.',
          'Of the coach for replies: by day, how often each rule found something. What a rule found is counted for the team and never with a name.',
        ],
      },
      {
        heading: 'What is not stored',
        points: [
          'Drafts and replies that are checked, and customers’ words pasted in with them. Of a reply only a fingerprint remains, so that it is counted once.',
          'Logs hold no words of customers or of the team.',
        ],
      },
      {
        heading: 'Where',
        points: [
          'In one database on the machines of your organisation, and in the backups it makes of it.',
          'What the bot said stands in Slack or Microsoft Teams as well, under the rules of your workspace there.',
          'These pages set no cookies and load nothing from elsewhere.',
        ],
      },
      {
        heading: 'How long',
        points: [
          'The last answer to each person, kept so that a repeated tap is not carried out twice: two days.',
          'Imported files, and team phrases that were only tried: seven days. Numbers of orders that a shop reported: thirty days.',
          'Fingerprints of checked replies: ninety days. Where somebody disputed what a rule found, theirs remains with the dispute.',
          'Customers, purchases, contacts and people: until they are deleted.',
        ],
      },
      {
        heading: 'Reading, correcting, deleting',
        points: [
          'The team sees and corrects a customer’s file by typing “customer” and the name.',
          'To have a person’s or customer’s data handed out or deleted, ask whoever runs this installation; the Support page says how.',
          'Who removes the app stops all messages. The data stays until it is deleted on request.',
        ],
      },
    ],
    modelHeading: 'Language model',
    modelOff: 'No language model is switched on here. Everything is worked out on the machines of your organisation.',
    modelOn: (host: string) =>
      `A language model at ${host} is switched on. It is asked only when somebody asks for a second opinion on a reply. Before anything leaves, names, phones, mails, links, addresses, card and order numbers are replaced by placeholders, and put back in the answer. A name that stands alone in a text may not be recognised. Of the question nothing is kept but its length.`,
  },
  terms: {
    label: 'Terms',
    title: 'Terms of use',
    lead: 'Your organisation runs this installation and offers it to its own people. Its rules for customer data and for work apply here too.',
    sections: [
      {
        heading: 'What you may expect',
        points: [
          'Reminders help you remember. They do not replace a look at your list: a chat that is down delivers late.',
          'The coach points out what may hurt, and suggests. It can be wrong; you can dispute each finding. You decide, and you send: the bot never writes to a customer.',
        ],
      },
      {
        heading: 'What is expected of you',
        points: [
          'Enter only what the after-sales work needs, and nothing about health, beliefs or the like.',
          'Respect customers who do not want to be contacted: mark it in their file.',
          'Do not try to reach data that is not yours to see.',
        ],
      },
      {
        heading: 'Ending',
        points: [
          'An admin may take somebody out of the team at any time; what they had goes to the others.',
          'The software comes as it is. What your organisation promises you about it is between the two of you.',
        ],
      },
    ],
  },
  support: {
    label: 'Support',
    title: 'Help with Aftercare',
    lead: 'Most questions are answered in the chat itself.',
    sections: [
      {
        heading: 'First',
        points: [
          'Type “help” to the bot: it shows what you can do and what to try next.',
          'If a button does nothing, type “followups”: all that is due is there, on every platform.',
          'Where the bot shows a short reference, note it: it leads to the same place in the log.',
        ],
      },
    ],
    contactHeading: 'Whoever runs this installation',
    contact: (mail: string) => `Write to ${mail}: questions, faults, and requests about personal data.`,
    noContact: 'Ask an admin of your team: who is not let in yet is shown their names by the bot, and is let in by them.',
    adminHeading: 'For admins',
    admin:
      '“npx aftercare doctor” on the machine says what is missing. “undelivered” in the chat shows reminders that did not arrive.',
  },
};
