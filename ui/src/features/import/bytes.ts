/** Most bytes of a file, as the application has it. A larger one is not even read. */
export const MAX_FILE = 256 * 2 ** 20;
/** Files above this are packed on their way: a backlog packs to a tenth, and every look at it sends the whole file. */
const PACK_ABOVE = 2 ** 18;

/** The bytes of a file as base64. The browser does it aside, so that the window stays awake while a large file is read. */
export async function base64Of(file: Blob, onprogress: (part: number) => void): Promise<string> {
  const packed = await pack(file);
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onprogress = (event) => onprogress(event.total ? event.loaded / event.total : 0);
    reader.onload = () => {
      const url = String(reader.result);
      resolve(url.slice(url.indexOf(",") + 1 || url.length)); // an empty file gives an address without a comma
    };
    reader.onerror = () => reject(reader.error ?? new Error("The file could not be read."));
    reader.readAsDataURL(packed);
  });
}

async function pack(file: Blob): Promise<Blob> {
  if (file.size < PACK_ABOVE || typeof CompressionStream === "undefined") return file;
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  if (first === 0x1f && second === 0x8b) return file;
  return new Response(file.stream().pipeThrough(new CompressionStream("gzip"))).blob();
}

/** "1.4 MB" */
export function size(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  if (bytes < 1e6) return `${Math.round(bytes / 1000)} kB`;
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
