/** How the stand-in treats a login: as it should, or as one that lies or fails. */
export const identityBehaviours = [
  'honest',
  'wrongNonce',
  'noNonce',
  'unsigned',
  'foreignKey',
  'wrongIssuer',
  'wrongAudience',
  'expired',
  'otherUserInfo',
  'wrongState',
  'tokenFails',
  'garbage',
] as const;

export type IdentityBehaviour = (typeof identityBehaviours)[number];
