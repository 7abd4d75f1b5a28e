const handle = document.createElement('button');

handle.addEventListener('pointerdown', () => {
  document.addEventListener('pointermove', () => console.log('move'));
//         ^^^^^^^^^^^^^^^^ no-unreleased-listener

  const ending = new AbortController();
  document.addEventListener('pointermove', () => console.log('move'), { signal: ending.signal });
  document.addEventListener('pointerup', () => ending.abort(), { once: true });

  const options = { signal: ending.signal };
  document.addEventListener('keydown', () => console.log('key'), options);
});
