/** Where somebody was seen, on a platform that cannot be asked where people are. Kept by the app, refreshed at each message. */
export interface Sighting {
  readonly team: string;
  /** The person's account. */
  readonly person: string;
  /** The bot's own id of the person, which conversations are made with. */
  readonly user: string;
  /** The person's own conversation with the bot; absent until the bot was added for oneself. Absent, a known one stays. */
  readonly conversation?: string;
  /** Where the person was seen last. */
  readonly place: string;
  readonly serviceUrl: string;
  readonly bot: string;
  /** IANA zone and BCP 47 language that the person's client told last. */
  readonly zone?: string;
  readonly locale?: string;
  /** By the platform's clock, where it tells: what happened later holds, in whatever order it is heard of. */
  readonly at?: Date;
}

/** What is known of somebody; `removed` where the person removed the bot and has not been heard of since. */
export interface Seen extends Omit<Sighting, 'at'> {
  readonly removed: boolean;
}
