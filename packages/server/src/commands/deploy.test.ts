import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { describeWith, repository } from '@serviceportal/test-support';
import { Deployment } from 'kubernetes-models/apps/v1';
import { Ingress } from 'kubernetes-models/networking.k8s.io/v1';
import { PodDisruptionBudget } from 'kubernetes-models/policy/v1';
import { Service } from 'kubernetes-models/v1';
import { parseAllDocuments } from 'yaml';

const run = promisify(execFile);
const unit = join(repository, 'deploy/systemd/serviceportal.service');
const manifest = join(repository, 'deploy/kubernetes/serviceportal.yaml');

describeWith('systemd', 'the systemd unit', () => {
  /** What systemd has to say about a unit; empty: nothing. */
  async function complaints(text: string): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), 'serviceportal-unit-'));
    const file = join(folder, 'serviceportal.service');
    // Where this machine has Node.
    await writeFile(file, text.replace('/usr/bin/node', process.execPath));
    const { stderr } = await run('systemd-analyze', ['verify', '--man=no', file]).catch((error: unknown) => error as { stderr: string });
    await rm(folder, { recursive: true });
    return stderr
      .split('\n')
      .filter((line) => line.includes('serviceportal.service'))
      .join('\n');
  }

  it('is understood by systemd, and one with a slip is not', async () => {
    const text = await readFile(unit, 'utf8');
    expect(await complaints(text)).toBe('');
    expect(await complaints(text.replace('ProtectHome=', 'ProtectHone='))).toContain('ProtectHone');
    expect(await complaints(text.replace('KillMode=mixed', 'KillMode=gentle'))).toContain('gentle');
  });
});

describe('the Kubernetes manifest', () => {
  const models = { Deployment, Ingress, PodDisruptionBudget, Service };
  interface Named {
    readonly apiVersion: string;
    readonly kind: keyof typeof models;
  }
  const read = (text: string): Named[] => parseAllDocuments(text).map((document) => document.toJS() as Named);

  /** Checks types and what must be there, by the schemas that Kubernetes publishes; they allow keys that nobody knows. @throws where one does not fit */
  function check(text: string): void {
    for (const resource of read(text)) {
      expect(`${resource.kind} ${resource.apiVersion}`).toBe(`${models[resource.kind].kind} ${models[resource.kind].apiVersion}`);
      new models[resource.kind](resource as never).validate();
    }
  }

  it('fits the schemas of Kubernetes, and one with a slip does not', async () => {
    const text = await readFile(manifest, 'utf8');
    expect(read(text).map(({ kind }) => kind)).toEqual(['Deployment', 'Service', 'PodDisruptionBudget', 'Ingress']);
    check(text);
    for (const [right, wrong] of [
      ['replicas: 2', 'replicas: two'],
      ['containerPort:', 'containerport:'],
      ['pathType: Prefix', 'pathtype: Prefix'],
      ['readOnlyRootFilesystem: true', 'readOnlyRootFilesystem: yes please'],
      ['minAvailable: 1', 'minAvailable: [1]'],
    ] as const)
      expect(() => check(text.replace(right, wrong))).toThrow();
  });

  it('asks for ports, labels, volumes that are there', async () => {
    const [deployment, service] = read(await readFile(manifest, 'utf8')) as unknown as [
      { spec: { selector: { matchLabels: object }; template: { metadata: { labels: object }; spec: PodSpec } } },
      { spec: { selector: object; ports: { targetPort: string }[] } },
    ];
    const { template, selector } = deployment.spec;
    expect(template.metadata.labels).toEqual(selector.matchLabels);
    expect(service.spec.selector).toEqual(selector.matchLabels);
    const [container] = template.spec.containers;
    expect(container?.ports.map(({ name }) => name)).toContain(service.spec.ports[0]?.targetPort);
    expect(container?.volumeMounts.map(({ name }) => name).sort()).toEqual(template.spec.volumes.map(({ name }) => name).sort());
  });
  interface PodSpec {
    readonly containers: readonly {
      readonly ports: readonly { readonly name: string }[];
      readonly volumeMounts: readonly { readonly name: string }[];
    }[];
    readonly volumes: readonly { readonly name: string }[];
  }
});
