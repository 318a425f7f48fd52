export const fields = {
  name: 'Name',
  nameHint: 'As the others of the staff know you. Capitals do not matter.',
  passphrase: 'Passphrase',
  passphraseHint: 'Six words with blanks between them',
  code: 'Six-digit code',
  codeHint: 'From your authenticator app; a new one appears every half minute',
  nameMissing: 'Enter your name',
  nameForm: 'Enter a name of at most 40 letters and digits; blanks, dots and hyphens may stand between them',
  passphraseMissing: 'Enter your passphrase',
  codeMissing: 'Enter the six digits that your authenticator app shows',
};

export const signIn = {
  title: 'Sign in',
  button: 'Sign in',
  stays: 'Your passphrase stays in this browser. Only a proof made from it is sent.',
  working: 'Making the proof from your passphrase, about {{seconds}} s',
  sending: 'Asking the server',
  refused:
    'Name, passphrase and code do not fit together. Check all three. Which one is wrong is not said, so that nobody can find out by trying.',
  wait: 'Too many tries. The next one is possible in {{time}}.',
  waitOver: 'You can try again now.',
  lost: 'Passphrase or phone lost?',
  recover: 'Use your recovery code',
  invited: 'New here? Open the link of your invitation.',
};

export const wizard = {
  step: 'Step {{n}} of {{of}}',
  startTitle: 'Set up your account',
  startFirst: 'This is the first account of this line. It will be able to invite the others.',
  startInvited: 'You have been invited to work on this line.',
  startAgainTitle: 'Set up your access anew',
  startAgain:
    'Somebody at the line’s own machine has reset the account {{name}}. Passphrase, second factor and recovery code are made anew; the old ones stop working.',
  startRoles: 'Your roles',
  startUntil: 'The invitation is good until {{at}}.',
  startNeeds: 'What you need',
  startPaper: 'paper and a pen, for a passphrase and a recovery code',
  startApp: 'an authenticator app on your phone (any that shows six-digit codes)',
  startTime: 'about ten minutes in which nobody looks over your shoulder',
  start: 'Start',
  createAgain: 'Finish',
  nameTitle: 'What is your name?',
  passphraseTitle: 'Write down your passphrase',
  passphraseText:
    'You sign in with these six words. They were drawn in this browser, and nobody else knows them, not even the server.',
  passphraseAnother: 'Draw another one',
  passphraseWritten: 'I have written it down',
  passphraseLabel: 'Your passphrase',
  repeatTitle: 'Type your passphrase',
  repeatText: 'From your paper, so that it is certain that you can sign in with it.',
  repeatWrong_one: 'Word {{words}} is not the one that was shown',
  repeatWrong_other: 'Words {{words}} are not the ones that were shown',
  recoveryTitle: 'Write down your recovery code',
  recoveryText:
    'If you lose the passphrase or the phone, this code lets you in once, and nothing else does. Keep it away from both, for example in an envelope in a safe.',
  recoveryLabel: 'Your recovery code',
  recoveryNo: 'The letters I, L, O and U do not occur; 0 is a zero and 1 is a one.',
  recoveryRepeatTitle: 'Type your recovery code',
  recoveryRepeatText: 'From your paper. Capitals and blanks do not matter.',
  recoveryMissing: 'Enter the 52 letters and digits of the recovery code',
  recoveryWrong_one: 'Group {{groups}} is not the one that was shown',
  recoveryWrong_other: 'Groups {{groups}} are not the ones that were shown',
  recoveryCount: 'A recovery code has 52 letters and digits; you entered {{count}}',
  recoveryUnread: 'This is no recovery code. Compare it with your paper once more.',
  recoveryField: 'Recovery code',
  recoveryFieldHint: 'Thirteen groups of four',
  totpTitle: 'Add your phone as the second factor',
  totpText: 'Open the authenticator app on your phone, add an account, and point the camera at the picture.',
  totpPicture: 'QR code with the secret for your authenticator app; the same secret stands below as text',
  totpByHand: 'Or type this secret into the app',
  totpOpen: 'On this very phone: open the app with it',
  totpThen: 'Then enter the six digits that the app shows for “{{issuer}}”.',
  totpSecret: 'Secret for the app',
  create: 'Create the account',
  nameTaken: 'Somebody here already has this name. Choose another one.',
  codeWrong:
    'The six digits are not right. Wait for the next ones and check that the clock of the phone is right.',
  doneTitle: 'Your account is ready',
  doneText:
    'You are signed in. From now on you sign in with your name, the six words and six digits from your phone.',
  doneKeep:
    'Keep the recovery code away from passphrase and phone. Destroy the paper with the passphrase once you know it by heart.',
  doneGo: 'Go to the desk',
  goneTitle: 'This invitation cannot be used',
  goneText:
    'It has been used, withdrawn, or is too old. Ask whoever gave it to you for a new one. If somebody else may have used it, say so at once.',
  noneTitle: 'Open the link of your invitation again',
  noneText:
    'The link was taken out of the address bar for your safety, and this window has been loaded anew. The link still works as long as the account is not set up.',
};

export const recover = {
  startTitle: 'Get back into your account',
  startText:
    'With your recovery code you set a new passphrase and a new second factor. You also get a new recovery code; the old one is then used up. All your open sessions end.',
  wrong:
    'Name, recovery code and six digits do not fit together. Check all three. Which one is wrong is not said, so that nobody can find out by trying.',
  finish: 'Set up my account anew',
  doneTitle: 'You are back in your account',
  toSignIn: 'Back to signing in',
};

export const session = {
  warnTitle: 'Are you still there?',
  warnText: 'Nothing has happened here for a while. In {{time}} you will be signed out.',
  warnSafe: 'What you typed stays in this window.',
  stay: 'Stay signed in',
  lastTitle: 'Your session ends soon',
  lastText: 'In {{time}} you will be asked to sign in again, as after every long day.',
  lastSafe: 'What you typed stays in this window; you go on where you were.',
  lastOk: 'Go on working',
  endedTitle: 'Sign in again to go on',
  endedText: 'Your session has ended. The page behind this one is as you left it.',
  other: 'Sign in as somebody else',
  otherWarn: 'What {{name}} typed in this window and did not save is lost then.',
  resumed: 'You are signed in again.',
};
