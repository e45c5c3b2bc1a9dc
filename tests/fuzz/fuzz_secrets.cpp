// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/secrets/secret_store.h"

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <unistd.h>

using namespace batuta;

namespace {

/// A workspace whose store is whatever the fuzzer says.
class Workspace
{
public:
    Workspace()
        : m_folder(std::filesystem::temp_directory_path() / ("fuzz_secrets." + std::to_string(::getpid())))
    {
        std::filesystem::create_directories(m_folder / ".batuta" / "secrets");
    }
    ~Workspace() { std::filesystem::remove_all(m_folder); }

    void write(const char *name, const std::uint8_t *data, std::size_t size) const
    {
        for (const char *each : {"sealed.json", "keyring.json"})
            std::filesystem::remove(m_folder / ".batuta" / "secrets" / each);
        std::ofstream file(m_folder / ".batuta" / "secrets" / name, std::ios::binary);
        for (std::size_t i = 0; i < size; ++i)
            file.put(static_cast<char>(data[i]));
    }
    std::string path() const { return m_folder.string(); }

private:
    const std::filesystem::path m_folder;
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

/// Any bytes as the list of a keyring's secrets and as a sealed file: names or an error, and never a value.
/// The passphrase is tried now and then only, for deriving its key takes a while by design.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const Workspace workspace;
    for (const char *name : {"keyring.json", "sealed.json"}) {
        workspace.write(name, data, size);
        const auto list = secrets::listStore(workspace.path());
        if (list && !list->kind)
            std::abort();
    }
    if (size % 97 != 0)
        return 0;
    const auto store = secrets::openStore(workspace.path(), {"", "correct horse"});
    if (!store)
        return 0;
    const auto values = (*store)->values((*store)->names());
    for (std::size_t i = 0; values && i < values->size(); ++i)
        if ((*values)[i])
            std::abort(); // nothing that was not sealed with this passphrase opens
    return 0;
}
