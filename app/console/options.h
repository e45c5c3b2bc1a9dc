// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QSize>
#include <QString>
#include <QStringList>

#include <optional>

namespace batuta::console {

/// What the command line asks for.
struct Options
{
    QString workspace;   ///< "" looks upwards from the current folder
    QString address;     ///< batuta://… to open
    QString capsule;     ///< a file .batuta-capsule to look into; "" shows an engine
    QString store;       ///< postgresql://… or a file with the history; "" takes BATUTA_STORE
    QString engine;      ///< URL of an engine in another process; "" runs one in the window
    QString tokenFile;   ///< "" takes BATUTA_TOKEN
    QString caFile;      ///< "" trusts the authorities of the system
    QString screenshots; ///< folder for pictures; "" opens the window for a person
    QString theme;       ///< "" keeps what is set
    QString language;
    QSize size{1440, 900};
    qreal textScale = 0; ///< 0 keeps what is set
    QString settings;    ///< ini file; "" is the person's own
    bool smoke = false;  ///< opens, paints, prints how long that took, and leaves
};

/// What was asked, or the reason why it makes no sense. --help and --version are answered by the parser
/// itself, which then leaves the program.
struct ParsedOptions
{
    std::optional<Options> options;
    QString error;
};
ParsedOptions parseOptions(const QStringList &words);

/// Sets what Qt reads before it starts: scale and platform. `argv` as main() gets it.
void prepareEnvironment(int argc, char **argv);

} // namespace batuta::console
