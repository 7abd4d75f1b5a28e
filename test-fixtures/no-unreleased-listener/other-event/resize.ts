const edge = document.createElement('div');

function onMove(): void {
  console.log('move');
}

edge.addEventListener('pointerdown', () => {
  document.addEventListener('pointermove', onMove);
});

edge.addEventListener('pointerup', () => {
  document.removeEventListener('mousemove', onMove);
//         ^^^^^^^^^^^^^^^^^^^ no-unreleased-listener: This removes a listener of `mousemove`, but it was added for `pointermove`.
});
