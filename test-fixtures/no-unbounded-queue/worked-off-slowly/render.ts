import { writeFile } from 'node:fs/promises';

export async function render(job: string | undefined): Promise<void> {
  await writeFile(`${job}.html`, '');
}
