// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "app/console/options.h"

#include "views/models/runs/capsule_export.h"

#include <QByteArray>
#include <QCommandLineParser>
#include <QFileInfo>
#include <QRegularExpression>
#include <QUrl>

namespace batuta::console {
namespace {

/// The value of `--name V` or `--name=V`.
QByteArray valueOf(int argc, char **argv, const QByteArray &name)
{
    for (int i = 1; i < argc; ++i) {
        const QByteArray word(argv[i]);
        if (word == name && i + 1 < argc)
            return QByteArray(argv[i + 1]);
        if (word.startsWith(name + '='))
            return word.mid(name.size() + 1);
    }
    return {};
}

QString checkChoice(const QCommandLineParser &parser, const QString &name, const QStringList &known)
{
    const QString value = parser.value(name);
    if (value.isEmpty() || known.contains(value))
        return {};
    return QString("--%1 %2: one of %3 is wanted").arg(name, value, known.join(", "));
}

void declare(QCommandLineParser &parser)
{
    parser.setApplicationDescription("Batuta's console: run flows, watch them live, trace every step.");
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({
        {"workspace", "Folder with flows/; without it the nearest one from the current folder upwards.",
         "dir"},
        {"engine", "Shows the engine at this address (batuta serve) instead of one in the window.", "url"},
        {"token-file", "File with the token of that engine; without it BATUTA_TOKEN, or you are asked.",
         "file"},
        {"ca", "Certificates of the authorities to trust (PEM) instead of the system's.", "file"},
        {"store", "Keep the history on a PostgreSQL server; without it BATUTA_STORE, or a file.", "url"},
        {"settings", "Settings file instead of your own.", "file"},
        {"screenshots",
         "Runs the sample on the sandbox, saves every page and dialog as PNG into DIR, and leaves.", "dir"},
        {"theme", "system, light or dark.", "name"},
        {"lang", "en or pt_BR.", "code"},
        {"size", "Size of the window's pictures, 1120x680 at least.", "WxH"},
        {"scale", "Device pixels per logical pixel, 1 to 4.", "n"},
        {"text", "Text size: 0.9, 1, 1.15 or 1.3.", "n"},
        {"smoke", "Opens the window, says how long that took, and leaves."},
    });
    parser.addPositionalArgument("address",
                                 "batuta://run/<execution_id>, batuta://flows/<name> ..., or a file "
                                 "*.batuta-capsule to look into.",
                                 "[address]");
}

} // namespace

ParsedOptions parseOptions(const QStringList &words)
{
    QCommandLineParser parser;
    declare(parser);
    parser.process(words);
    for (const QString &problem : {checkChoice(parser, "theme", {"system", "light", "dark"}),
                                   checkChoice(parser, "lang", {"en", "pt_BR"}),
                                   checkChoice(parser, "text", {"0.9", "1", "1.15", "1.3"}),
                                   checkChoice(parser, "scale", {"1", "1.25", "1.5", "2", "3", "4"})})
        if (!problem.isEmpty())
            return {{}, problem};
    Options options;
    options.workspace = parser.value("workspace");
    options.engine = parser.value("engine");
    options.tokenFile = parser.value("token-file");
    options.caFile = parser.value("ca");
    if (options.engine.isEmpty() && !(options.tokenFile + options.caFile).isEmpty())
        return {{}, QStringLiteral("--token-file and --ca belong to --engine")};
    if (!options.engine.isEmpty() && !(options.workspace + options.screenshots + options.store).isEmpty())
        return {{},
                QStringLiteral(
                    "--engine shows an engine elsewhere: --workspace, --store and --screenshots do not fit")};
    options.store = parser.value("store");
    options.settings = parser.value("settings");
    options.screenshots = parser.value("screenshots");
    options.theme = parser.value("theme");
    options.language = parser.value("lang");
    options.textScale = parser.value("text").toDouble();
    options.smoke = parser.isSet("smoke");
    options.address = parser.positionalArguments().value(0);
    if (const QUrl url(options.address); url.isLocalFile()) // as desktops hand files over
        options.address = url.toLocalFile();
    if (options.address.endsWith(views::kCapsuleSuffix)) {
        if (!(options.engine + options.screenshots + options.store).isEmpty())
            return {{}, QStringLiteral("a capsule is shown without --engine, --store and --screenshots")};
        options.capsule = QFileInfo(std::exchange(options.address, QString())).absoluteFilePath();
    }
    if (parser.isSet("size")) {
        static const QRegularExpression pattern("^(\\d{3,5})x(\\d{3,5})$");
        const auto match = pattern.match(parser.value("size"));
        options.size = {match.captured(1).toInt(), match.captured(2).toInt()};
        if (!match.hasMatch() || options.size.width() < 1120 || options.size.height() < 680)
            return {{}, QString("--size %1: at least 1120x680 is wanted").arg(parser.value("size"))};
    }
    return {options, {}};
}

void prepareEnvironment(int argc, char **argv)
{
    const QByteArray scale = valueOf(argc, argv, "--scale");
    if (!scale.isEmpty())
        qputenv("QT_SCALE_FACTOR", scale);
    // Pictures are the same with and without a display.
    if (!valueOf(argc, argv, "--screenshots").isEmpty() && qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
}

} // namespace batuta::console
