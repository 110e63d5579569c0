export const reportAddress = '/barriere-melden';
