import type { resumeDe } from './de.js';

export const resumeEn: Readonly<Record<keyof typeof resumeDe, string>> = {
  'later.title': 'Continue later',
  'later.saved': 'Your answers are saved. You can continue in this browser at any time.',
  'later.deletedOn': 'We will delete the application you started on {day}. If you change something before, the day moves.',
  'later.back': 'Back to the application',
  'later.reminderHeading': 'A reminder for your calendar',
  'later.reminderText': 'Choose a day. You get a file that your calendar opens.',
  'later.deviceHeading': 'Continue on another device',
  'later.deviceText':
    'For this you need a resume code. Whoever has the code can read and change your application. Keep it safe. Without the code or this browser we cannot read your answers.',
  'later.make': 'Show code',
  'later.code': 'Your resume code',
  'later.enter': 'Enter the code here:',
  'later.keep': 'The code is valid until you submit the application or we delete it.',
  'later.qrHeading': 'Or with the camera',
  'later.qrText': 'Point the camera of the other device at the picture. It is valid until {time} and only once.',
  'later.qrAlt': 'QR code. It opens this application on another device. Without a camera, use the resume code.',
  'later.newLink': 'New picture for the camera',
  'later.end': 'Make the code invalid',
  'takeUp.title': 'Continue an application',
  'takeUp.intro': 'Enter the resume code. You find it on your other device under “Continue later”.',
  'takeUp.code': 'Resume code',
  'takeUp.hint': '24 characters, for example 7K4F-92QX-… Capital or small letters and hyphens do not matter.',
  'takeUp.submit': 'Open application',
  'takeUp.linkIntro': 'Do you want to continue the application on this device? Use your own device only.',
  'takeUp.linkSubmit': 'Continue here',
  'takeUp.failed':
    'There is no application for this code. Please check every character. Pictures for the camera are valid for 15 minutes and only once. The application may also have been submitted or deleted.',
};
