// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// libarchive is linked as its parts that read and write tar and gzip. Two functions of its own would ask for
// all of its formats, and with them for libxml2 and 31 MB of ICU in the container: they stand here instead,
// for nobody writes other formats or access lists. CMakeLists.txt lets the linker meet these first.
#include <archive.h>
#include <archive_entry.h>

#include <cerrno>

extern "C" {

// What a format says of a socket or a device.
void __archive_write_entry_filetype_unsupported( // NOLINT(bugprone-reserved-identifier)
    archive *of, archive_entry *entry, const char *format)
{
    archive_set_error(of, EINVAL, "%s: a kind of file that %s does not have", archive_entry_pathname(entry),
                      format);
}

int archive_write_disk_set_acls(archive *, int, const char *, void *, int)
{
    return ARCHIVE_OK;
}
}
