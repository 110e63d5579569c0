import { describe, expect, test } from '@jest/globals';
import { ConnectorConfigurationError, createDeliveryConnector } from './create-delivery-connector.js';
import type { DeliveryConfigurationInput } from './create-delivery-connector.js';

function complaint(configuration: unknown, environment = {}): string {
  try {
    createDeliveryConnector(configuration as DeliveryConfigurationInput, environment);
  } catch (error) {
    if (error instanceof ConnectorConfigurationError) return `${error.code} ${error.message}`;
    throw error;
  }
  return '';
}

describe('createDeliveryConnector', () => {
  test('makes the connector that is named', () => {
    expect(createDeliveryConnector({ connector: 'http', url: 'https://fachverfahren.example/faelle' }).sheet.name).toBe('http');
    expect(createDeliveryConnector({ connector: 'directory', path: '/srv/uebergabe' }).sheet.name).toBe('directory');
  });

  test('says in the sheet how large a case may be', () => {
    const { sheet } = createDeliveryConnector({ connector: 'http', url: 'https://fachverfahren.example/', maxMegabytes: 20 });
    expect(sheet.maxBytes).toBe(20_000_000);
  });

  test.each([
    [{ connector: 'ftp' }, /connector/],
    [{ connector: 'http' }, /^connector-configuration-invalid url:/],
    [{ connector: 'http', url: 'ftp://x/' }, /url: must be an address that starts with https/],
    [{ connector: 'http', url: 'file:///etc/passwd' }, /url: must be an address/],
    [{ connector: 'http', url: 'http://fachverfahren.example/' }, /url: must start with https:\/\/ for another machine/],
    [{ connector: 'http', url: 'https://user:pw@x/' }, /tokenEnv/],
    [{ connector: 'http', url: 'https://x/', tokken: 'a' }, /tokken/],
    [{ connector: 'http', url: 'https://x/', token: 'two\r\nlines' }, /token: must be a bearer token/],
    [{ connector: 'http', url: 'https://x/', token: 'a', tokenEnv: 'B' }, /tokenEnv: must not stand beside token/],
    [{ connector: 'http', url: 'https://x/', webhook: { secretEnv: 'B' } }, /webhook: needs statusBack: true/],
    [{ connector: 'http', url: 'https://x/', statusBack: true, webhook: { secretEnv: 'B', algorithm: 'md5' } }, /webhook.algorithm/],
    [{ connector: 'directory', path: 'relative' }, /path: must be an absolute path/],
    [{ connector: 'directory', path: '/x', fileMode: '999' }, /fileMode: must be an octal file mode/],
  ])('complains about %j', (configuration, words) => {
    expect(complaint(configuration)).toMatch(words);
  });

  test('allows http to this machine, and elsewhere only on request', () => {
    for (const url of ['http://localhost:8090/', 'http://127.0.0.1/', 'http://[::1]:80/'])
      expect(complaint({ connector: 'http', url })).toBe('');
    expect(complaint({ connector: 'http', url: 'http://fachverfahren:8090/', insecure: true })).toBe('');
  });

  test('takes the token from the environment, and says which variable is missing', () => {
    const configuration = { connector: 'http', url: 'https://x/', tokenEnv: 'FACHVERFAHREN_TOKEN' };
    expect(complaint(configuration, { FACHVERFAHREN_TOKEN: 'geheim' })).toBe('');
    expect(complaint(configuration)).toBe('connector-secret-missing tokenEnv: the environment variable FACHVERFAHREN_TOKEN is not set');
    expect(complaint(configuration, { FACHVERFAHREN_TOKEN: 'ge heim' })).toMatch(/holds no bearer token/);
  });

  test('takes the secret of webhooks from the environment, and wants a long one', () => {
    const configuration = { connector: 'http', url: 'https://x/', statusBack: true, webhook: { secretEnv: 'WEBHOOK_SECRET' } };
    expect(complaint(configuration, { WEBHOOK_SECRET: 'f'.repeat(32) })).toBe('');
    expect(complaint(configuration)).toBe('connector-secret-missing webhook.secretEnv: the environment variable WEBHOOK_SECRET is not set');
    expect(complaint(configuration, { WEBHOOK_SECRET: 'kurz' })).toMatch(/webhook\.secretEnv: .* at least 32 characters/);
  });

  test('wants as long a secret for the callbacks of FIT-Connect', () => {
    const callback = { url: 'https://portal.example/rueckmeldung/amt', secretEnv: 'CALLBACK_SECRET' };
    const schemas = { caseDescription: { schemaUri: 'https://schema.example/case.json' } };
    const configuration = { connector: 'fit-connect', environment: 'test', clientId: 'p', clientSecretEnv: 'SECRET', ...schemas, callback };
    expect(complaint(configuration, { SECRET: 's', CALLBACK_SECRET: 'f'.repeat(32) })).toBe('');
    expect(complaint(configuration, { SECRET: 's', CALLBACK_SECRET: 'kurz' })).toMatch(/callback\.secretEnv: .* at least 32 characters/);
  });

  test('wants to know in production who vouches for the keys of destinations', () => {
    const schemas = { caseDescription: { schemaUri: 'https://schema.example/case.json' } };
    const configuration = { connector: 'fit-connect', environment: 'production', clientId: 'p', clientSecretEnv: 'SECRET', ...schemas };
    for (const trustAnchorFiles of [undefined, []]) {
      expect(complaint({ ...configuration, trustAnchorFiles }, { SECRET: 's' })).toMatch(
        /^connector-configuration-invalid trustAnchorFiles:/,
      );
    }
    expect(complaint({ ...configuration, trustAnchorFiles: ['/nicht/da.pem'] }, { SECRET: 's' })).toMatch(
      /\/nicht\/da\.pem cannot be read/,
    );
    expect(complaint({ ...configuration, environment: 'stage' }, { SECRET: 's' })).toBe('');
  });
});
