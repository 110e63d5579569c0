import type { privacyDe } from './de.js';

export const privacyEn: Readonly<Record<keyof typeof privacyDe, string>> = {
  'privacy.title': 'Privacy notice',
  'privacy.intro':
    'This page tells you which data we process for this application, why, for how long, and which rights you have (Art. 13 GDPR).',
  'privacy.introGeneral':
    'This page tells you what applies when you visit these pages. What applies to an application is told in the privacy notice of the service.',
  'privacy.general': 'General privacy notice',
  'privacy.toService': 'To the page of the service',
  'privacy.missing': 'This information is still missing. Please ask us: {contact}',

  'privacy.controller': 'Who is responsible?',
  'privacy.officer': 'Whom can you ask about data protection?',
  'privacy.officerText': 'You can reach our data protection officer here:',
  'privacy.phone': 'Phone {phone}',
  'privacy.email': 'E-mail {email}',

  'privacy.purposes': 'What do we need your data for?',
  'privacy.grounds': 'On which legal basis?',
  'privacy.ground.public-task': 'We carry out a task in the public interest (Art. 6(1)(e) GDPR).',
  'privacy.ground.legal-obligation': 'We comply with a legal obligation (Art. 6(1)(c) GDPR).',
  'privacy.ground.consent': 'You have given your consent (Art. 6(1)(a) GDPR).',
  'privacy.ground.contract': 'We perform a contract with you, or prepare it (Art. 6(1)(b) GDPR).',
  'privacy.legalBasis': 'These provisions apply:',

  'privacy.data': 'Which data do we process?',
  'privacy.dataIntro': 'The application may ask for this. Which questions you see depends on your answers.',
  'privacy.noData': 'The application asks for nothing.',
  'privacy.countOne': '1 item',
  'privacy.count': '{count} items',
  'privacy.optional': 'optional',
  'privacy.depends': 'depends on your answers',
  'privacy.coSigner': 'Second signature',
  'privacy.coSignerName': 'Name of the second person',
  'privacy.coSignerReason': 'Reason, if the second person refuses',
  'privacy.coSignerIdentity': 'A mark from their accounts by which we tell two persons apart',
  'privacy.declared': 'Declarations and consents when submitting',
  'privacy.account': 'From your account “{name}”, only if you sign in with it',
  'privacy.accountLevel': 'How surely {name} knows who you are (level of assurance)',
  'privacy.mail':
    'After submitting you can give an e-mail address for messages, if you like. We store it encrypted and delete it when you remove it on the status page, at the latest with the application. If you do not confirm the address, we delete it after about a day.',
  'privacy.technical':
    'To ward off attacks, this portal counts the internet address of your device (IP address) in its memory for at most one minute. It does not store the address.',

  'privacy.duty': 'Do you have to give your data?',
  'privacy.dutyText':
    'Without the required answers you cannot submit the application, and we cannot process it. Optional answers are marked. If you leave them empty, this has no consequences for the application here.',
  'privacy.noAutomation': 'This portal does not itself decide on your application.',

  'privacy.recipients': 'Who receives your data?',
  'privacy.recipientsDraft':
    'As long as you have not submitted the application: only you, and those for whom you open it yourself. The application is encrypted, and your browser has the key.',
  'privacy.recipientsStaff': 'After you submit it: the staff of the administration ({municipality}) who process the application.',
  'privacy.recipientsAccount':
    'If you sign in with {name}: {name} learns that you sign in to an online service of ours. It does not learn what you write in the application.',
  'privacy.recipientsMail':
    'If you give an e-mail address for messages: the mail service that sends for us (sender {sender}), and your own mail provider. The e-mails contain the reference number, the name of the service and the time. They do not contain your answers.',
  'privacy.kind.http': 'electronic hand-over to a specialist system',
  'privacy.kind.directory': 'stored as files',
  'privacy.kind.other': 'electronic hand-over',
  'privacy.withoutFiles': '{kind}, without your files',
  'privacy.thirdCountries': 'Transfers to other countries',

  'privacy.storage': 'How long do we keep your data?',
  'privacy.storageDraft': 'Application you have begun',
  'privacy.storageDraftDays': 'It is deleted {days} days after your last change. You can delete it yourself at any time.',
  'privacy.storageDraftOneDay': 'It is deleted one day after your last change. You can delete it yourself at any time.',
  'privacy.storageSubmitted': 'Submitted application',
  'privacy.storageReport': 'Reported barrier',
  'privacy.storageReportDays': 'Your report is deleted {days} days after we received it.',

  'privacy.cookies': 'Which cookies do we set?',
  'privacy.cookiesText':
    'Only cookies without which the service does not work (section 25(2) no. 2 TDDDG). We do not analyse your visit and include nothing from other providers.',
  'privacy.cookie.visit': 'key to your applications in this browser ({days} days)',
  'privacy.cookie.resume': 'which application you have begun for this service ({days} days)',
  'privacy.cookie.submitted':
    'the application that you sent last, so that you can use details about yourself in the next one (until you close the browser)',
  'privacy.cookie.signIn': 'only if you sign in with an account: values to check your return from signing in (at most {minutes} minutes)',
  'privacy.cookie.language': 'chosen language ({days} days)',
  'privacy.cookie.lookUp': 'reference number and retrieval code when you look up the status (until you close the browser)',

  'privacy.rights': 'Which rights do you have?',
  'privacy.right.access': 'You can ask which data we have about you (Art. 15 GDPR).',
  'privacy.right.correct': 'You can demand that we correct wrong data (Art. 16 GDPR).',
  'privacy.right.erase': 'You can demand that we delete data that we may no longer use (Art. 17 GDPR).',
  'privacy.right.restrict': 'You can demand that we restrict the processing (Art. 18 GDPR).',
  'privacy.right.portability': 'You can receive your data in a machine-readable format (Art. 20 GDPR).',
  'privacy.right.object': 'You can object on grounds relating to your particular situation (Art. 21 GDPR).',
  'privacy.right.consent': 'You can withdraw your consent at any time. What happened before stays lawful (Art. 7(3) GDPR).',
  'privacy.authority': 'Where can you complain?',
  'privacy.authorityText':
    'If you think that we do not process your data correctly, you can complain to the supervisory authority (Art. 77 GDPR):',
};
