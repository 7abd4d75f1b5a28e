const button = document.createElement('button');

function onDark(): void {
  console.log('dark');
}

button.addEventListener('click', () => {
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => console.log('dark'));
//                                           ^^^^^^^^^^^^^^^^ no-unreleased-listener
});

matchMedia('print').addEventListener('change', onDark);
