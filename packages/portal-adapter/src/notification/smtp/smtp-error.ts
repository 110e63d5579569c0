import { NotificationError } from '../../contract/notification.js';

/** What nodemailer says of a failure, as far as it is looked at. */
interface MailFailure {
  readonly code?: string;
  readonly responseCode?: number;
  readonly command?: string;
}

const unavailable = (code: string, message: string): NotificationError => new NotificationError(code, 'unavailable', message);
const refused = (code: string, message: string): NotificationError => new NotificationError(code, 'refused', message);

/** What a failure means. Never with the server's words: they quote addresses. */
export function smtpError(error: unknown): NotificationError {
  const { code = '', responseCode = 0, command = '' } = typeof error === 'object' && error !== null ? (error as MailFailure) : {};
  const answer = responseCode > 0 ? ` (${responseCode})` : '';
  // RFC 5321, section 4.2.1: 5yz will not change by itself, 4yz may.
  const permanent = responseCode >= 500;
  switch (code) {
    case 'EENVELOPE':
      if (!permanent) return unavailable('smtp-busy', `The mail server takes no message to this address just now${answer}.`);
      // Not the recipient's fault, but ours: the next one would be refused too.
      if (command !== 'RCPT TO')
        return unavailable('smtp-sender-refused', `The mail server does not take the sender${answer}. Check sender and user.`);
      return refused('smtp-recipient-refused', `The mail server takes no message to this address${answer}.`);
    case 'EMESSAGE':
      if (permanent) return refused('smtp-message-refused', `The mail server does not take the message${answer}.`);
      return unavailable('smtp-busy', `The mail server does not take the message just now${answer}.`);
    case 'EAUTH':
    case 'ENOAUTH':
      return unavailable('smtp-login', `The mail server refuses the login${answer}. Check user and passwordEnv.`);
    case 'ETLS':
      return unavailable('smtp-tls', 'The mail server offers no TLS. Check port and encryption.');
    case 'ETIMEDOUT':
      return unavailable('smtp-slow', 'The mail server did not answer in time.');
    case 'EDNS':
    case 'ECONNECTION':
    case 'ESOCKET':
      return unavailable(
        'smtp-unreachable',
        `No connection to the mail server, or it broke${answer}. Check host, port and its certificate.`,
      );
    default:
      return unavailable('smtp-failed', `The message could not be handed to the mail server${answer}.`);
  }
}
