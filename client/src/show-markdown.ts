import { commands, type Uri, window } from 'vscode';

/** Shows a Markdown document as a preview, or as text where the editor has no preview. */
export async function showMarkdown(document: Uri): Promise<void> {
  const known = await commands.getCommands(true);
  if (known.includes('markdown.showPreview')) await commands.executeCommand('markdown.showPreview', document);
  else await window.showTextDocument(document, { preview: true });
}
