import { describe, expect, test } from '@jest/globals';
import type { CodelistFile, CodelistFolder } from './codelist-folder.js';
import { findCodelist } from './find-codelist.js';

const file = (fileName: string, kennung: string, version: string): CodelistFile => ({
  path: `/lists/${fileName}`,
  fileName,
  identification: { kennung, version, versionUri: `${kennung}_${version}` },
});

const folder: CodelistFolder = {
  lists: [file('staat9.xml', 'urn:staat', '9'), file('staat10.xml', 'urn:staat', '10'), file('C05000001_genericode.xml', 'Art', '0.1')],
  compressed: ['Regionalschlüssel_2026.xml.xz'],
};
const found = (reference: Parameters<typeof findCodelist>[0]): string => {
  const result = findCodelist(reference, [folder]);
  return 'file' in result ? result.file.fileName : result.reason;
};

describe('findCodelist', () => {
  test('takes exactly the version that is meant', () => {
    expect(found({ kennung: 'urn:staat', version: '9' })).toBe('staat9.xml');
    expect(found({ versionUri: 'urn:staat_10' })).toBe('staat10.xml');
    expect(found({ kennung: 'urn:staat', version: '8', versionUri: 'urn:staat_8' })).toBe('Es liegt nur Version 9, 10 vor');
  });

  test('a reference without version means the newest', () => {
    expect(found({ kennung: 'urn:staat', versionUri: 'urn:staat' })).toBe('staat10.xml');
  });

  test('a version that only the URI names is a version, too', () => {
    expect(found({ versionUri: 'urn:staat_8' })).toBe('Es liegt nur Version 9, 10 vor');
    expect(found({ kennung: 'urn:staat', versionUri: 'urn:staat_8' })).toBe('Es liegt nur Version 9, 10 vor');
    expect(found({ kennung: 'urn:staat', versionUri: 'urn:staat_9' })).toBe('staat9.xml');
    expect(found({ versionUri: 'urn:staatliche_9' })).toMatch(/^Sie liegt nicht vor/);
  });

  test('knows the file names of version 2, but not another list under that name', () => {
    expect(found({ id: 'C05000001' })).toBe('C05000001_genericode.xml');
    expect(found({ id: 'C05000001', kennung: 'Anderes', version: '1' })).toMatch(/^Sie liegt nicht vor/);
    expect(found({ id: 'C0500000' })).toMatch(/^Sie liegt nicht vor/);
  });

  test('says that a packed file may be it', () => {
    expect(found({ kennung: 'urn:destatis:regionalschluessel', version: '1' })).toContain('„Regionalschlüssel_2026.xml.xz“ ist gepackt');
    expect(found({ versionUri: 'urn:destatis:regionalschluessel_1' })).toContain('ist gepackt');
  });

  test('names no packed file that is another list', () => {
    expect(found({ kennung: 'urn:destatis:staatsangehoerigkeit', version: '1' })).toBe('Sie liegt nicht vor');
    expect(found({ kennung: 'urn:destatis:ss', version: '1' })).toBe('Sie liegt nicht vor');
  });
});
