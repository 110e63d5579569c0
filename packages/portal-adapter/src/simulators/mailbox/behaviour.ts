/** How the stand-in treats the next messages. `honest`: as a mail server on a good day. */
export const mailboxBehaviours = [
  'honest',
  /** Knows no recipient: 550. */
  'unknownRecipient',
  /** Takes nobody's mail from this sender: 550. */
  'senderRefused',
  /** Greylisting: 451, try again later. */
  'busy',
  /** Reads the message and refuses it: 554. */
  'messageRefused',
  /** Reads the message, then breaks the connection instead of answering. */
  'cutBeforeAnswer',
  /** Never answers. */
  'deaf',
] as const;

export type MailboxBehaviour = (typeof mailboxBehaviours)[number];
