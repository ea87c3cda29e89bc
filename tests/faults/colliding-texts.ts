/**
 * Texts that an attacker writes against hashes that take two UTF-16 code units at a time by multiplying with an odd number and
 * rotating by 13: a second unit whose highest bit differs leaves a difference of one bit, whatever the factor is, and the
 * unit behind it takes that back. So `2 ** choices` texts have one hash in such a lane; each is `2 * choices + 1` letters long.
 */
export function* collidingTexts(choices: number): Generator<string, void, undefined> {
  for (let number = 0; number < 2 ** choices; number++) {
    let text = '橋';
    for (let choice = 0; choice < choices; choice++) {
      const isOther = (number >>> choice) & 1;
      text += String.fromCharCode((isOther ? 0xd012 : 0x5012) + choice, (isOther ? 0x4e10 : 0x5e10) + choice);
    }
    yield text;
  }
}
