import { open, rmdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { isErrno } from './file-error.js';

/** Removes a folder that holds nothing and says whether it is gone. */
export async function removeIfEmpty(folder: string): Promise<boolean> {
  try {
    await rmdir(folder);
    return true;
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return true;
    if (isErrno(error, 'ENOTEMPTY', 'EEXIST', 'EPERM', 'EACCES', 'EBUSY')) return false;
    throw error;
  }
}

/** Removes the empty folders from the innermost up to the outermost, which is above it or the same. */
export async function removeEmptyChain(innermost: string, outermost: string): Promise<void> {
  for (let folder = innermost; await removeIfEmpty(folder); folder = dirname(folder)) {
    if (folder === outermost) return;
  }
}

/** Makes the renames in a folder survive a power cut, where the platform can; a folder that is gone has none. */
export async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r');
    await handle.sync().finally(() => handle.close());
  } catch (error) {
    // Windows neither opens nor syncs folders, and some network file systems do not sync them.
    if (!isErrno(error, 'ENOENT', 'EISDIR', 'EPERM', 'EACCES', 'EINVAL', 'ENOTSUP', 'EBADF'))
      throw error;
  }
}
