"""Where a live data file may lie: not on a network share, not in a folder that a sync program rewrites."""

import os
import sys
from pathlib import Path

from desk.core.errors import EnvironmentFault
from desk.core.i18n import _

NETWORK_SYSTEMS = frozenset({
    "nfs", "nfs4", "cifs", "smb2", "smb3", "smbfs", "9p", "vboxsf", "afs", "davfs", "ceph", "lustre", "gfs2", "ocfs2", "vmhgfs",
    "fuse.sshfs", "fuse.gvfsd-fuse", "fuse.rclone", "fuse.davfs", "fuse.davfs2", "fuse.smbnetfs", "fuse.curlftpfs", "fuse.ceph",
    "fuse.glusterfs", "fuse.vmhgfs-fuse", "fuse.s3fs"})
"""Types of file systems where SQLite's locks or its shared memory cannot be trusted; gvfsd-fuse is what file managers mount."""
SYNC_FOLDERS = frozenset({"onedrive", "dropbox", "google drive", "坚果云", "nutstore", "百度网盘", "baidunetdisk",
                          "iclouddrive"})


def check_place(folder: Path, *, mounts: Path = Path("/proc/mounts")) -> None:
    """Raise EnvironmentFault when a live SQLite file may not lie in `folder`."""
    if _is_network(folder, mounts):
        raise EnvironmentFault(_("The data file would lie on a network share, where two computers can damage it."),
                               advice=_("Choose a folder on this computer; for several seats use PostgreSQL."))
    if any(part.lower() in SYNC_FOLDERS for part in folder.parts):
        raise EnvironmentFault(_("The data file would lie in a folder that a sync program rewrites."),
                               advice=_("Choose another folder; backups may go into the synced one."))
    existing = next(parent for parent in (folder, *folder.parents) if parent.exists())
    if not os.access(existing, os.W_OK):
        raise EnvironmentFault(_("The data folder {path} cannot be written to.").format(path=folder),
                               advice=_("Choose another folder, or ask for the right to write there."))


def _is_network(folder: Path, mounts: Path) -> bool:
    text = str(folder)
    if text.startswith(("\\\\", "//")):
        return True
    if sys.platform == "win32":
        import ctypes

        remote = 4
        return bool(ctypes.windll.kernel32.GetDriveTypeW(folder.anchor) == remote)  # type: ignore[attr-defined]
    return _file_system(folder, mounts) in NETWORK_SYSTEMS


def _file_system(folder: Path, mounts: Path) -> str:
    """Type of the file system `folder` lies on, "" where the system does not tell."""
    try:
        lines = mounts.read_text("utf-8").splitlines()
    except OSError:
        return ""
    found = [(point, kind) for _device, point, kind, *_rest in (line.split() for line in lines)
             if folder.resolve().is_relative_to(point.replace("\\040", " "))]
    return max(found, key=lambda pair: len(pair[0]), default=("", ""))[1]
