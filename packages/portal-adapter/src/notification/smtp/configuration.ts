import { z } from 'zod';

const loopback = /^(localhost|127(\.\d+){3}|::1)$/;

const mailAddress = z
  .string()
  .regex(/^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\]+$/, 'must be an e-mail address such as noreply@musterstadt.de');
const oneLine = /^[^\r\n]*$/;

/** The mail server that takes messages from the portal (docs/connectors/notification-smtp.md). */
export const smtpConfiguration = z
  .strictObject({
    connector: z.literal('smtp'),
    host: z.string().regex(/^[\w.:-]+$/, 'must be the name or address of a machine'),
    /** 587: submission with STARTTLS; 465: TLS from the first byte (RFC 8314). */
    port: z.number().int().min(1).max(65_535).default(587),
    /** `none` sends names and addresses in the clear. */
    encryption: z.enum(['starttls', 'tls', 'none']).optional(),
    /** Allows `encryption: none` to another machine. */
    insecure: z.boolean().default(false),
    sender: z.strictObject({ address: mailAddress, name: z.string().regex(oneLine, 'must be one line').optional() }),
    /** Where answers go; without it, to the sender. */
    replyTo: mailAddress.optional(),
    user: z.string().min(1).optional(),
    /** Environment variable that holds the password. */
    passwordEnv: z.string().min(1).optional(),
    /** Seconds for one message, from the connection to the last answer. */
    timeoutSeconds: z.number().positive().max(600).default(30),
  })
  .transform((given) => ({ ...given, encryption: given.encryption ?? (given.port === 465 ? ('tls' as const) : ('starttls' as const)) }))
  .superRefine(({ encryption, host, insecure, user, passwordEnv }, context) => {
    const issue = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    if (encryption === 'none' && !loopback.test(host) && !insecure) {
      issue('encryption', 'must be starttls or tls for another machine (or set insecure: true)');
    }
    if (encryption === 'none' && !loopback.test(host) && user !== undefined) issue('user', 'must not stand beside encryption: none');
    if ((user === undefined) !== (passwordEnv === undefined)) issue('passwordEnv', 'user and passwordEnv belong together');
  });

export type SmtpConfiguration = z.infer<typeof smtpConfiguration>;
