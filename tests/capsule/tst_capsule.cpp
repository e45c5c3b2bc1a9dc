// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/capsule/capsule.h"

#include "engine/base/uuid.h"
#include "engine/capsule/capsule_file.h"
#include "engine/capsule/signing_key.h"
#include "engine/exports/gzip.h"
#include "engine/json/json.h"
#include "engine/net/inflate.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace batuta;
using namespace batuta::capsule;

namespace {

CapsuleExecution execution()
{
    CapsuleExecution one;
    client::ExecutionRecord &record = one.line.record;
    record.id = newUuid();
    record.flow = "gravar";
    record.flowVersion = "0123456789ab";
    record.status = "failed";
    record.error = "match_candidato: HTTP 503";
    record.trigger = "cli";
    record.environment = "staging";
    record.environmentFingerprint = "fedcba987654";
    record.revision = "rev-7";
    record.startedAt = WallTime(std::chrono::microseconds(1'795'000'000'123'456));
    record.endedAt = record.startedAt + std::chrono::milliseconds(20);
    record.duration = std::chrono::milliseconds(20);
    record.input = json::Object{{"user_id", "Ana \"Ç\" \u2028"}};
    client::StepRecord step;
    step.step = "match_candidato";
    step.kind = "http";
    step.status = "failed";
    step.statusCode = 503;
    step.attempts = 2;
    step.output = R"({"number":1.50})";
    record.steps = {step};
    one.line.events = {
        {1, record.id, record.startedAt, "execution_started", {}, json::Object{{"flow", "gravar"}}},
        {4, record.id, record.endedAt, "execution_ended", {}, {}}};
    one.logs = {{record.startedAt, "ERROR", "engine", "step_failed", "it said \"no\"\n", R"({"a":[1,2]})"}};
    one.environment = {"staging", "aabbccddeeff", {{"API_URL", ".env", false}, {"API_TOKEN", ".env", true}}};
    return one;
}

/// The document inside of a capsule, to be changed and packed again.
json::Value documentOf(const std::string &bytes)
{
    const auto text = net::inflated(bytes, kMostBytes);
    const auto value = text ? json::parse(*text) : Result<json::Value>(text.error());
    return value ? *value : json::Value();
}

std::string packedAgain(const json::Value &document)
{
    return exports::gzipped(json::write(document));
}

} // namespace

/// Capsules: what goes in comes out, and nothing that was touched is believed.
class TestCapsule : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        auto key = SigningKey::open(path("capsule.key"));
        QVERIFY(key);
        m_key = std::make_unique<SigningKey>(std::move(*key));
        m_capsule = {
            "batuta test", WallTime(std::chrono::seconds(1'795'000'100)), {execution(), execution()}};
        const auto bytes = pack(m_capsule, *m_key);
        QVERIFY(bytes);
        m_bytes = *bytes;
    }

    void whatGoesInComesOut()
    {
        const auto opened = unpack(m_bytes, "x");
        QVERIFY2(opened, opened ? "" : errorText(opened.error()).c_str());
        QCOMPARE(opened->fingerprint, fingerprintOf(m_key->publicKey()));
        QCOMPARE(opened->fingerprint.size(), std::size_t{64});
        QCOMPARE(opened->capsule.madeBy, m_capsule.madeBy);
        QVERIFY(opened->capsule.madeAt == m_capsule.madeAt);
        QCOMPARE(opened->capsule.executions.size(), std::size_t{2});
        for (std::size_t i = 0; i < 2; ++i) {
            const CapsuleExecution &in = m_capsule.executions[i];
            const CapsuleExecution &out = opened->capsule.executions[i];
            QVERIFY(out.line.record == in.line.record);
            QVERIFY(out.line.events == in.line.events);
            QVERIFY(out.environment == in.environment);
            QCOMPARE(out.logs.size(), in.logs.size());
            QCOMPARE(out.logs[0].message, in.logs[0].message);
            QCOMPARE(out.logs[0].level, in.logs[0].level);
            QVERIFY(out.logs[0].at == in.logs[0].at);
            QCOMPARE(out.logs[0].json, in.logs[0].json);
        }
    }

    /// RFC 8032 §7.1, test 2: one byte, signed by a known key.
    void signsAsTheStandardDoes()
    {
        QFile file(QString::fromStdString(path("rfc.key")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray::fromHex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"));
        file.close();
        const auto key = SigningKey::open(path("rfc.key"));
        QVERIFY(key);
        QCOMPARE(key->publicKey(),
                 std::string("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"));
        const auto signature = key->sign("\x72");
        QVERIFY(signature);
        QCOMPARE(*signature, std::string("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                                         "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"));
        QCOMPARE(verify("\x72", *signature, key->publicKey()), Verdict::Good);
        QCOMPARE(verify("\x73", *signature, key->publicKey()), Verdict::NotASignature);
    }

    void theKeyStaysTheSameAndIsForItsUserOnly()
    {
        const auto again = SigningKey::open(path("capsule.key"));
        QVERIFY(again);
        QCOMPARE(again->publicKey(), m_key->publicKey());
        const auto other = SigningKey::open(path("other.key"));
        QVERIFY(other);
        QVERIFY(other->publicKey() != m_key->publicKey());
        const auto allowed = QFileInfo(QString::fromStdString(path("capsule.key"))).permissions();
        QVERIFY(!(allowed & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther)));
    }

    void aFileThatHoldsNoKeyIsNotOverwritten()
    {
        for (const char *content : {"", "short", "this is much longer than a key of 32 bytes has"}) {
            QFile file(QString::fromStdString(path("bad.key")));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(content);
            file.close();
            const auto key = SigningKey::open(path("bad.key"));
            QVERIFY(!key);
            QCOMPARE(key.error().code, ErrorCode::SealUnreadable);
            QVERIFY(file.open(QIODevice::ReadOnly));
            QCOMPARE(file.readAll(), QByteArray(content));
        }
        QVERIFY(!SigningKey::open(path("no/such/folder/key")));
    }

    void everyCutIsRefused()
    {
        for (std::size_t size = 0; size < m_bytes.size(); ++size)
            QVERIFY2(!unpack(m_bytes.substr(0, size), "x"), std::to_string(size).c_str());
        QVERIFY(!unpack(m_bytes + "x", "x"));
    }

    /// In the packed bytes. Some bits of gzip say nothing about the content: its time, its system, what fills
    /// the last byte up. A file that differs in them only has the same content, to the last byte.
    void everyChangedByteIsRefused()
    {
        constexpr int kWithoutMeaning = 8;
        const json::Value document = documentOf(m_bytes);
        int taken = 0;
        for (std::size_t at = 0; at < m_bytes.size(); ++at) {
            std::string changed = m_bytes;
            changed[at] = static_cast<char>(changed[at] ^ 0x10);
            if (!unpack(changed, "x"))
                continue;
            ++taken;
            QVERIFY2(documentOf(changed) == document, std::to_string(at).c_str());
        }
        QVERIFY2(taken <= kWithoutMeaning, std::to_string(taken).c_str());
    }

    void whatIsChangedAndPackedAgainIsRefused_data()
    {
        QTest::addColumn<QString>("member");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("error");
        QTest::newRow("a part") << "parts"
                                << "match_candidato"
                                << "match_vaga"
                                << "the part 1/execution was changed";
        QTest::newRow("a log line") << "parts"
                                    << "step_failed"
                                    << "step_ended"
                                    << "the part 1/logs was changed";
        QTest::newRow("an environment") << "parts"
                                        << "API_URL"
                                        << "API_URI"
                                        << "the part 1/environment was changed";
        QTest::newRow("a part's name") << "parts"
                                       << "1/logs"
                                       << "1/dogs"
                                       << "the part 1/logs is missing";
        QTest::newRow("the manifest") << "manifest"
                                      << "batuta test"
                                      << "batuta best"
                                      << "its signature is not";
        QTest::newRow("a signature that is none") << "signature"
                                                  << ""
                                                  << "zz"
                                                  << "its signature is not";
        QTest::newRow("a key that is none") << "public_key"
                                            << ""
                                            << "zz"
                                            << "no Ed25519 key";
        QTest::newRow("the fingerprint") << "key_fingerprint"
                                         << ""
                                         << "zz"
                                         << "the fingerprint in it is of another";
        QTest::newRow("a newer format") << "batuta_capsule"
                                        << "1"
                                        << "2"
                                        << "its format is version 2";
    }
    void whatIsChangedAndPackedAgainIsRefused()
    {
        QFETCH(QString, member);
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(QString, error);
        json::Value document = documentOf(m_bytes);
        QString text = QString::fromStdString(json::write(document[member.toStdString()]));
        const QString before = text;
        if (from.isEmpty())
            text.replace(1, 2, to);
        else
            text.replace(text.indexOf(from), from.size(), to);
        QVERIFY(text != before);
        const auto value = json::parse(text.toStdString());
        QVERIFY(value);
        document.object().set(member.toStdString(), *value);
        const auto opened = unpack(packedAgain(document), "file.batuta-capsule");
        QVERIFY(!opened);
        const QString told = QString::fromStdString(errorText(opened.error()));
        QVERIFY2(told.contains(error) && told.contains("file.batuta-capsule"), qPrintable(told));
    }

    void anotherKeysSignatureIsRefused()
    {
        const auto other = SigningKey::open(path("other.key"));
        QVERIFY(other);
        const auto theirs = pack(m_capsule, *other);
        QVERIFY(theirs);
        json::Value document = documentOf(m_bytes);
        document.object().set("signature", documentOf(*theirs)["signature"]);
        QVERIFY(!unpack(packedAgain(document), "x"));
        document = documentOf(m_bytes);
        document.object().set("public_key", documentOf(*theirs)["public_key"]);
        QVERIFY(!unpack(packedAgain(document), "x"));
    }

    void aPartThatWasNotSignedIsRefused()
    {
        json::Value document = documentOf(m_bytes);
        document.object()["parts"].object().set("3/execution", "{}");
        const auto opened = unpack(packedAgain(document), "x");
        QVERIFY(!opened);
        QCOMPARE(opened.error().detail, std::string("it has a part that was not signed"));
    }

    /// A signature proves who wrote it, not that it makes sense.
    void whatIsSignedMustStillMakeSense()
    {
        const SignedParts good{
            {{"1/execution", writeLine(execution().line)}, {"1/logs", ""}, {"1/environment", "{}"}},
            "batuta",
            "2026-11-22T00:00:00Z"};
        QVERIFY(reads(good));
        SignedParts wrong = good;
        wrong.parts[0].second = R"({"batuta_execution":1,"execution":{},"events":[]})";
        QVERIFY(!reads(wrong));
        wrong = good;
        wrong.parts[1].second = "no json\n";
        QVERIFY(!reads(wrong));
        wrong = good;
        wrong.parts[2].second = "{";
        QVERIFY(!reads(wrong));
        wrong = good;
        wrong.parts.pop_back();
        QVERIFY(!reads(wrong));
        wrong = good;
        wrong.parts.clear();
        QVERIFY(!reads(wrong));
        wrong = good;
        wrong.parts[1].first = "\x1b]0;title\x07";
        QVERIFY(!reads(wrong));
        wrong = good;
        wrong.madeAt = "yesterday";
        QVERIFY(!reads(wrong));
    }

    void whatIsNoCapsuleIsRefused()
    {
        for (const std::string &bytes :
             {std::string(), std::string("{\"batuta_capsule\":1}"), std::string("PK\x03\x04"),
              std::string("\x1f\x8b"), exports::gzipped(""), exports::gzipped("hello"),
              exports::gzipped("[]"), exports::gzipped("{}"), exports::gzipped(R"({"batuta_capsule":1})")}) {
            const auto opened = unpack(bytes, "x");
            QVERIFY(!opened);
            QCOMPARE(opened.error().code, ErrorCode::FileUnreadable);
            QVERIFY(!opened.error().detail.empty() && !mendText(opened.error()).empty());
        }
        QVERIFY(!readCapsule(path("nowhere.batuta-capsule")));
    }

    /// Small when packed, large when unpacked: neither the bytes nor the values may cost memory.
    void bombsAreRefused()
    {
        const auto huge = unpack(exports::gzipped(std::string(kMostBytes + 1, ' ')), "x");
        QVERIFY(!huge);
        QCOMPARE(huge.error().code, ErrorCode::FileTooLarge);
        std::string many = R"({"batuta_capsule":1,"parts":{"a":[)";
        for (int i = 0; i < 1'000'000; ++i)
            many += "[],";
        const auto values = unpack(exports::gzipped(many + "0]}}"), "x");
        QVERIFY(!values);
        QCOMPARE(values.error().code, ErrorCode::FileUnreadable);
    }

    void tooManyAndNoneAreNotPacked()
    {
        Capsule capsule = m_capsule;
        capsule.executions.clear();
        QVERIFY(!pack(capsule, *m_key));
        capsule.executions.assign(kMostExecutions, execution());
        const auto most = pack(capsule, *m_key);
        QVERIFY(most && unpack(*most, "x"));
        capsule.executions.push_back(execution());
        QVERIFY(!pack(capsule, *m_key));
    }

    void aFileIsReplacedWholeOrNotAtAll()
    {
        const std::string file = path("one.batuta-capsule");
        QVERIFY(writeFile(file, "before"));
        QVERIFY(writeFile(file, m_bytes));
        QVERIFY(readCapsule(file));
        const auto allowed = QFileInfo(QString::fromStdString(file)).permissions();
        QVERIFY(!(allowed & (QFile::ReadGroup | QFile::ReadOther)));
        const Status refused = writeFile(path("no/such/folder/file"), m_bytes);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::FileUnwritable);
        QCOMPARE(QDir(m_folder.path()).entryList({"one.*"}, QDir::Files), QStringList{"one.batuta-capsule"});
    }

private:
    std::string path(const char *name) const { return m_folder.filePath(name).toStdString(); }

    bool reads(const SignedParts &parts) const
    {
        const auto bytes = sealParts(parts, *m_key);
        return bytes && unpack(*bytes, "x");
    }

    QTemporaryDir m_folder;
    std::unique_ptr<SigningKey> m_key;
    Capsule m_capsule;
    std::string m_bytes;
};

QTEST_APPLESS_MAIN(TestCapsule)
#include "tst_capsule.moc"
