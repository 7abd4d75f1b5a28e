import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { hazards } from 'eslint-plugin-loopguard/core/hazards/index';
import { COMMANDS } from '#dist/command-ids.js';
import { ruleList } from '#dist/rule-list.js';

interface Setting {
  readonly default?: unknown;
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
  readonly markdownDescription?: string;
  readonly scope?: string;
}

interface Manifest {
  readonly icon: string;
  readonly main: string;
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string; readonly category: string }[];
    readonly configuration: readonly { readonly title: string; readonly properties: Record<string, Setting> }[];
    readonly menus: Record<string, readonly { readonly command: string; readonly when?: string }[]>;
    readonly views: Record<string, readonly { readonly id: string }[]>;
    readonly viewsContainers: { readonly activitybar: readonly { readonly id: string; readonly icon: string }[] };
    readonly viewsWelcome: readonly { readonly view: string; readonly when: string; readonly contents: string }[];
    readonly walkthroughs: readonly {
      readonly icon: string;
      readonly steps: readonly {
        readonly description: string;
        readonly media: { svg?: string; markdown?: string };
      }[];
    }[];
  };
}

const root = fileURLToPath(new URL('../../', import.meta.url));
const manifest = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as Manifest;
const { contributes } = manifest;
const settings = Object.assign({}, ...contributes.configuration.map(({ properties }) => properties)) as Record<
  string,
  Setting
>;
const commandLinks = (text: string): string[] =>
  [...text.matchAll(/\(command:(?<id>[\w.]+)/gu)].map(match => match.groups?.['id'] ?? '');

describe('the manifest', () => {
  it('lists the commands that are registered, each with a title', () => {
    assert.deepEqual(contributes.commands.map(({ command }) => command).sort(), [...COMMANDS].sort());
    for (const { title, category } of contributes.commands) assert.ok(title && category === 'Loopguard');
  });

  it('names only its own commands in menus, welcome texts and walkthroughs, or commands of the editor', () => {
    const known = (id: string): boolean =>
      COMMANDS.some(own => own === id) || id === 'loopguard.eventLoop.focus' || id.startsWith('workbench.');
    const used = [
      ...Object.values(contributes.menus).flatMap(items => items.map(({ command }) => command)),
      ...contributes.viewsWelcome.flatMap(({ contents }) => commandLinks(contents)),
      ...contributes.walkthroughs.flatMap(({ steps }) => steps.flatMap(({ description }) => commandLinks(description))),
    ];
    assert.ok(used.length > 10);
    assert.deepEqual(
      used.filter(id => !known(id)),
      [],
    );
  });

  it('keeps commands that need an argument out of the palette', () => {
    const hidden = contributes.menus['commandPalette']?.filter(({ when }) => when === 'false');
    assert.deepEqual(hidden?.map(({ command }) => command).sort(), [
      'loopguard.eventLoop.refresh',
      'loopguard.makeAsync',
      'loopguard.revealLocation',
      'loopguard.showRoutes',
    ]);
  });

  it('welcomes in every state of the server', () => {
    const whens = contributes.viewsWelcome.map(({ when }) => when).join(' ');
    for (const state of ['starting', 'analysing', 'ready', 'failed', 'off'])
      assert.ok(whens.includes(`== ${state}`), state);
  });

  it('names files that are there', () => {
    const files = [
      manifest.icon,
      ...contributes.viewsContainers.activitybar.map(({ icon }) => icon),
      ...contributes.walkthroughs.flatMap(({ icon, steps }) => [
        icon,
        ...steps.flatMap(({ media }) => [media.svg ?? media.markdown ?? 'a step without media']),
      ]),
    ];
    for (const file of files) assert.ok(existsSync(root + file), file);
  });

  it('has an icon of 128 by 128 pixels', () => {
    const png = readFileSync(root + manifest.icon);
    assert.equal(png.toString('latin1', 1, 4), 'PNG');
    assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [128, 128]);
  });
});

describe('settings of the editor', () => {
  it('are described, with a default and a scope', () => {
    for (const [name, setting] of Object.entries(settings)) {
      assert.ok(name.startsWith('loopguard.'), name);
      assert.ok((setting.markdownDescription ?? '').length > 10, name);
      assert.notEqual(setting.default, undefined, name);
      assert.ok(setting.scope, name);
      if (setting.enum) assert.equal(setting.enumDescriptions?.length, setting.enum.length, name);
    }
  });

  it('have a severity for every rule, and every option of its schema', () => {
    for (const { id, schema } of hazards) {
      const options = Object.keys((schema as { readonly properties: object }).properties);
      for (const name of ['severity', ...options])
        assert.ok(settings[`loopguard.rules.${id}.${name}`], `${id} ${name}`);
    }
  });

  it('tell the client what rules there are', () => {
    assert.deepEqual(
      ruleList(manifest),
      hazards.map(({ id, summary }) => ({ id, summary })),
    );
  });

  it('are few enough to be grouped under three titles', () => {
    assert.deepEqual(
      contributes.configuration.map(({ title }) => title),
      ['Loopguard', 'Rules', 'Analysis'],
    );
  });
});
