// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/base/text.h"
#include "engine/environments/env_template.h"
#include "tests/support/verify.h"

using namespace batuta;
using namespace batuta::environments;
using batuta::test::shown;

namespace {

EnvTemplate reading(const std::string &text, EnvFormat format)
{
    const Result<EnvText> file = EnvText::read(text, format, "t");
    return file ? readTemplate(*file) : EnvTemplate{};
}

QStringList told(const EnvTemplate &given)
{
    QStringList lines;
    for (const TemplateKey &key : given.keys)
        lines << QString("%1 [%2] %3 (%4)")
                     .arg(shown(key.key), shown(key.group), key.isRequired ? "required" : "optional",
                          shown(key.description));
    return lines;
}

} // namespace

class TestEnvTemplate : public QObject
{
    Q_OBJECT

private slots:
    void knowsGroupsAndWhatIsRequired()
    {
        const EnvTemplate given = reading("# Copy this file, and edit the copy.\n"
                                          "\n"
                                          "# --- Function URLs ---\n"
                                          "A_URL=https://REGION-PROJECT.example/a\n"
                                          "\n"
                                          "# Where results go; optional\n"
                                          "HOOK_URL=<your hook>\n"
                                          "\n"
                                          "# --- Runtime ---\n"
                                          "TIMEOUT=540 # seconds, required\n"
                                          "# RETRIES=3\n",
                                          EnvFormat::Dotenv);
        QCOMPARE(told(given), (QStringList{"A_URL [Function URLs] required ()",
                                           "HOOK_URL [Function URLs] optional (Where results go; optional)",
                                           "TIMEOUT [Runtime] required (seconds, required)",
                                           "RETRIES [Runtime] optional ()"}));
    }

    void knowsHeadingsWithoutRules()
    {
        const EnvTemplate given =
            reading("# Auth\nTOKEN: \"changeme\"\nKEY: \"\"\n\n# What is written\nLEVEL: \"INFO\"\n",
                    EnvFormat::Yaml);
        QCOMPARE(told(given), (QStringList{"TOKEN [Auth] required ()", "KEY [Auth] optional ()",
                                           "LEVEL [] optional (What is written)"}));
    }

    void readsTheShippedOnes_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("dotenv") << ".env.example";
        QTest::newRow("yaml") << "env-vars-template.yaml";
    }

    void readsTheShippedOnes()
    {
        QFETCH(QString, name);
        const std::string path =
            std::string(BATUTA_SOURCE_DIR "/flows/ml_orchestrator/") + name.toStdString();
        const Result<std::string> text = readFile(path, 1 << 20);
        QVERIFY(text.has_value());
        const EnvTemplate given = reading(*text, *formatOf(path));
        QVERIFY(given.keys.size() >= 16);
        int required = 0;
        for (const TemplateKey &key : given.keys) {
            required += key.isRequired ? 1 : 0;
            QCOMPARE(key.isRequired, key.value.find("REGION") != std::string::npos);
        }
        QCOMPARE(required, 10);
        QCOMPARE(shown(given.find("MATCH_USUARIO_PROFISSAO_URL")->group), QString("Profession branch"));
        QCOMPARE(shown(given.find("LOG_LEVEL")->group), QString());
    }

    void knowsPlaceholders()
    {
        for (const char *text :
             {"<url>", "https://REGION-PROJECT.run.app", "changeme", "your-token", "YOUR_KEY"})
            QVERIFY2(isPlaceholder(text), text);
        for (const char *text : {"", "https://match.run.app/project", "yourself", "a < b", "region"})
            QVERIFY2(!isPlaceholder(text), text);
    }
};

QTEST_GUILESS_MAIN(TestEnvTemplate)
#include "tst_env_template.moc"
