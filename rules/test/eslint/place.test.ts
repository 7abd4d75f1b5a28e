import assert from 'node:assert/strict';
import path from 'node:path';
import { placeOf } from '#dist/eslint/place.js';

describe('eslint/place', () => {
  const guide = path.resolve('docs/guide.md');

  it('leaves files where they are', () => {
    const file = path.resolve('src/menu.ts');
    assert.equal(placeOf(file, file, path.resolve('.')), file);
  });

  it('places the block of a processor beside its file', () => {
    assert.equal(placeOf(path.join(guide, '0.js'), guide, path.resolve('.')), `${guide}.0.js`);
    assert.equal(placeOf(path.join(guide, 'intro', '1.ts'), guide, path.resolve('.')), `${guide}.intro.1.ts`);
  });

  it('takes text without a name for a script in the working directory', () => {
    const script = path.resolve('docs', '__text__.js');
    assert.equal(placeOf('<input>', '<input>', path.resolve('docs')), script);
    assert.equal(placeOf('<text>', '<text>', path.resolve('docs')), script);
  });
});
