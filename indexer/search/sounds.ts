/** Characters and how they sound, tones left out: 景 is jing, and jing is 景 京 经 …. Only the characters of everyday use. */
import { pinyin } from 'pinyin-pro';

let byCharacter: ReadonlyMap<string, readonly string[]> | null = null;
let bySound: ReadonlyMap<string, readonly string[]> | null = null;
const LONGEST_SOUND = 6;

export function soundsOf(character: string): readonly string[] {
  return tables().byCharacter.get(character) ?? [];
}

export function charactersOf(sound: string): readonly string[] {
  return tables().bySound.get(sound) ?? [];
}

/** jingdian as jing dian, xian as xian and xi an; at most eight ways. */
export function splitSounds(letters: string): string[][] {
  const { bySound: known } = tables();
  const ways: string[][] = [];
  const walk = (at: number, sounds: readonly string[]): void => {
    if (ways.length >= 8 || sounds.length > 6) return;
    if (at === letters.length) {
      ways.push([...sounds]);
      return;
    }
    if (letters[at] === ' ' || letters[at] === "'") {
      walk(at + 1, sounds);
      return;
    }
    for (let end = Math.min(letters.length, at + LONGEST_SOUND); end > at; end -= 1)
      if (known.has(letters.slice(at, end))) walk(end, [...sounds, letters.slice(at, end)]);
  };
  walk(0, []);
  return ways.filter((sounds) => sounds.length > 1);
}

/** Makes the tables now, which takes a tenth of a second, instead of at the first question. */
export function loadSounds(): void {
  tables();
}

function tables() {
  if (byCharacter !== null && bySound !== null) return { byCharacter, bySound };
  const characters = new Map<string, string[]>();
  const sounds = new Map<string, string[]>();
  for (const character of everydayCharacters()) {
    const own = [...new Set(pinyin(character, { toneType: 'none', multiple: true, type: 'array' }))];
    const plain = own.map((sound) => sound.toLowerCase().replaceAll('ü', 'v'));
    characters.set(character, plain);
    for (const sound of plain) sounds.set(sound, [...(sounds.get(sound) ?? []), character]);
  }
  byCharacter = characters;
  bySound = sounds;
  return { byCharacter: characters, bySound: sounds };
}

/** The 6,763 characters of GB 2312, commoner ones first. */
function everydayCharacters(): string {
  const bytes: number[] = [];
  for (let row = 0xb0; row <= 0xf7; row += 1) for (let cell = 0xa1; cell <= 0xfe; cell += 1) bytes.push(row, cell);
  return new TextDecoder('gb18030').decode(Uint8Array.from(bytes)).replace(/\P{Script=Han}/gu, '');
}
