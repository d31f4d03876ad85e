import { expect, test } from 'vitest';
import { EMPTY_DOSSIER } from '../../dossier/schema.ts';
import { titleSession } from './title-session.ts';

test('a conversation is named after its story, its hero, or the first thing told', () => {
  const messages = [
    { role: 'user' as const, text: 'hello' },
    { role: 'user' as const, text: 'a small fox who cannot find her way home again' },
  ];
  const characters = [{ name: 'Juniper', description: '', relationships: [], arc: '' }];
  const name = (dossier: object) => titleSession({ messages, dossier: { ...EMPTY_DOSSIER, ...dossier } });
  expect(name({ title: 'The Long Way Home', characters })).toBe('The Long Way Home');
  expect(name({ characters, locations: ['the old wood'] })).toBe('Juniper and the old wood');
  expect(name({})).toBe('A small fox who cannot find her…');
  expect(titleSession({ messages: [], dossier: EMPTY_DOSSIER })).toBe('A new story');
});
