import { z } from 'zod';
import { address, bearerToken, unencrypted } from '../../delivery/http/configuration.js';
import { caseTemplate, documentTemplate } from './placeholders.js';

const propertyId = z.string().regex(/^[\w:.-]{1,200}$/, 'must be the id of a property, such as cmis:description');
const typeId = z.string().regex(/^[\w:.-]{1,200}$/, 'must be the id of an object type, such as cmis:folder');

const path = z.string().superRefine((text, context) => {
  if (!/^(\/[^/]+)+$/.test(text)) context.addIssue('must begin with / and name a folder for the case, such as /Portal/{year}/{reference}');
  const mistake = caseTemplate.mistakeIn(text);
  if (mistake) context.addIssue(mistake);
});

function mapping(template: { mistakeIn(text: string): string | undefined }) {
  const value = z.union([z.string(), z.array(z.string())]).superRefine((texts, context) => {
    for (const mistake of [texts].flat().map((text) => template.mistakeIn(text))) if (mistake) context.addIssue(mistake);
  });
  return z.record(propertyId, value).default({});
}

const oneOrEachPurpose = z.union([typeId, z.strictObject({ data: typeId, form: typeId, attachment: typeId })]);

/** A records system that speaks CMIS 1.1 in the Browser Binding (docs/connectors/cmis.md). */
export const cmisConfiguration = z
  .strictObject({
    connector: z.literal('cmis'),
    /** The service address of the Browser Binding; it lists the repositories. */
    url: address,
    repository: z.string().min(1),
    user: z.string().min(1).optional(),
    password: z.string().optional(),
    passwordEnv: z.string().min(1).optional(),
    token: z.string().regex(bearerToken, 'must be a bearer token').optional(),
    tokenEnv: z.string().min(1).optional(),
    /** The folder of a case; what is above it is created too. */
    folderPath: path,
    folder: z.strictObject({ type: typeId.default('cmis:folder'), properties: mapping(caseTemplate) }).prefault({}),
    document: z.strictObject({ type: oneOrEachPurpose.default('cmis:document'), properties: mapping(documentTemplate) }).prefault({}),
    /** Where our key stands, so that a case is recognised. */
    key: z
      .strictObject({
        /** Property of the folder. Without it the folder's name must hold {keyDigest}. */
        property: propertyId.optional(),
        /** Property of the documents; holds key, # and number of the file. */
        documentProperty: propertyId.optional(),
        /** `path`: for repositories that cannot query. */
        lookup: z.enum(['query', 'path']).default('query'),
        /** Query name of the type that has the property, where it is not the folder's type. */
        queryType: typeId.optional(),
      })
      .prefault({}),
    /** Set when everything has arrived. */
    complete: z.strictObject({ property: propertyId, value: z.string() }).optional(),
    /** Property that holds the counterpart's own number; else the object id. */
    referenceProperty: propertyId.default('cmis:objectId'),
    versioningState: z.enum(['none', 'major', 'minor']).optional(),
    /** What is compared when everything has been sent. `hash` reads every file back. */
    verify: z.enum(['length', 'hash']).default('length'),
    timeoutSeconds: z.number().positive().max(600).default(60),
    maxMegabytes: z.number().positive().optional(),
    insecure: z.boolean().default(false),
  })
  .superRefine((configuration, context) => {
    const complain = (at: string, message: string | undefined) =>
      message && context.addIssue({ code: 'custom', path: at.split('.'), message });
    complain('url', unencrypted(configuration));
    const { key, folderPath, user, password, passwordEnv, token, tokenEnv } = configuration;
    const name = folderPath.split('/').pop() ?? '';
    if (!key.property && !name.includes('{keyDigest}'))
      complain(
        'folderPath',
        'must end in a name with {keyDigest}, because key.property is not set: else nobody can tell whose folder it is',
      );
    if (key.lookup === 'query' && !key.property) complain('key.property', 'must be set for lookup: query (or set lookup: path)');
    if (user !== undefined && password === undefined && passwordEnv === undefined) complain('passwordEnv', 'must be set beside user');
    if (user !== undefined && (token !== undefined || tokenEnv !== undefined)) complain('tokenEnv', 'must not stand beside user');
    if (user?.includes(':')) complain('user', 'must not contain a colon (RFC 7617)');
  });

export type CmisConfiguration = z.infer<typeof cmisConfiguration>;
