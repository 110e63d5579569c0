import type { mailDe } from './de.js';

export const mailEn: Readonly<Record<keyof typeof mailDe, string>> = {
  'mail.heading': 'Messages by e-mail',
  'mail.intro':
    'We write to you when there is something new about your application. This is voluntary. First we send you a code. With it you confirm that the address is yours.',
  'mail.address': 'Your e-mail address',
  'mail.addressHint': 'For example name@example.com',
  'mail.send': 'Send code',
  'mail.waiting': 'Please confirm your address {address}.',
  'mail.toCode': 'Enter code',
  'mail.confirmed': 'We write to {address} when there is something new.',
  'mail.change': 'Remove address',
  'mail.back': 'Back to the status',
  'mail.toStatus': 'To the status of the application',
  'mail.sent': 'We send a code to {address}.',
  'mail.until': 'It is valid until {until}.',
  'mail.code': 'Code from the e-mail',
  'mail.codeHint': '6 digits. It can take some minutes until the e-mail is there.',
  'mail.confirm': 'Confirm address',
  'mail.noMail': 'You did not get an e-mail?',
  'mail.noMailText':
    'Please look in the spam folder, too. You can ask for a new code or give another address. The old code is then no longer valid.',
  'mail.sendAgain': 'Send a new code',
  'mail.otherAddress': 'Give another address',
  'mail.remove': 'Remove address',
  'mail.expired': 'The code is no longer valid. Please ask for a new one.',
  'mail.refused': 'We cannot send an e-mail to this address. Please give another one.',
  'mail.invalid': 'Please check your e-mail address. It looks like this: name@example.com.',
  'mail.wrong': 'This code is not right. Please check the 6 digits of the latest e-mail.',
  'mail.limited': 'We have already sent several e-mails today. Please try again tomorrow.',
};
