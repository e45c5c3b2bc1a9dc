// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/base/ids.h"
#include "tests/support/verify.h"

#include <set>
#include <unordered_set>

using namespace batuta;
using test::shown;

class TestErrorTable : public QObject
{
    Q_OBJECT

private slots:
    void givesEveryCodeANameATitleAndAMend();
    void spellsTheCodesOfEachRoomInOrder_data();
    void spellsTheCodesOfEachRoomInOrder();
    void prefersTheErrorsOwnAdvice();
    void printsPlacesAsFarAsKnown_data();
    void printsPlacesAsFarAsKnown();
    void printsOneLinePerError();
    void resultsHoldAValueOrAnError();
    void idsOfOneKindCompareAndHash();
};

namespace {

constexpr int kCodes = static_cast<int>(kLastErrorCode) + 1;

} // namespace

void TestErrorTable::givesEveryCodeANameATitleAndAMend()
{
    std::set<std::string_view> names;
    std::set<std::string_view> titles;
    for (int i = 0; i < kCodes; ++i) {
        const auto code = static_cast<ErrorCode>(i);
        const std::string_view name = codeName(code);
        QVERIFY2(!name.empty(), std::to_string(i).c_str());
        QVERIFY2(name.find_first_not_of("abcdefghijklmnopqrstuvwxyz_.") == std::string_view::npos,
                 name.data());
        QVERIFY2(names.insert(name).second, name.data());
        QVERIFY2(!codeTitle(code).empty() && codeTitle(code).back() != '.', name.data());
        QVERIFY2(titles.insert(codeTitle(code)).second, name.data());
        Error error;
        error.code = code;
        QVERIFY2(mendText(error).size() > 5 && mendText(error).back() == '.', name.data());
    }
}

void TestErrorTable::spellsTheCodesOfEachRoomInOrder_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("name");
    const auto row = [](ErrorCode code, const char *name) {
        QTest::newRow(name) << static_cast<int>(code) << name;
    };
    // The first and last code of each group: a text out of place moves at least one of them.
    row(ErrorCode::Internal, "internal");
    row(ErrorCode::UsageInvalid, "usage.invalid");
    row(ErrorCode::FileUnreadable, "file.unreadable");
    row(ErrorCode::FileUnwritable, "file.unwritable");
    row(ErrorCode::JsonSyntax, "json.syntax");
    row(ErrorCode::JsonTooLarge, "json.too_large");
    row(ErrorCode::SchemaInvalid, "schema.invalid");
    row(ErrorCode::SchemaViolation, "schema.violation");
    row(ErrorCode::ExprSyntax, "expr.syntax");
    row(ErrorCode::ExprLimit, "expr.limit");
    row(ErrorCode::YamlSyntax, "yaml.syntax");
    row(ErrorCode::YamlDuplicateKey, "yaml.duplicate_key");
    row(ErrorCode::FlowVersion, "flow.version");
    row(ErrorCode::FlowUnknownStep, "flow.unknown_step");
    row(ErrorCode::FlowCycle, "flow.cycle");
    row(ErrorCode::FlowUnknown, "flow.unknown");
    row(ErrorCode::RouteInvalid, "route.invalid");
    row(ErrorCode::EnvSyntax, "env.syntax");
    row(ErrorCode::EnvBadKey, "env.bad_key");
    row(ErrorCode::InputInvalid, "input.invalid");
    row(ErrorCode::ExecutionEnded, "execution.ended");
    row(ErrorCode::DuplicateRequest, "request.duplicate");
    row(ErrorCode::EngineUnreachable, "engine.unreachable");
    row(ErrorCode::NetUrl, "net.url");
    row(ErrorCode::NetListen, "net.listen");
    row(ErrorCode::HttpBadRequest, "http.bad_request");
    row(ErrorCode::HttpBusy, "http.busy");
    row(ErrorCode::StoreOpen, "store.open");
    row(ErrorCode::StoreVersion, "store.version");
    row(ErrorCode::CloudSignIn, "cloud.sign_in");
    row(ErrorCode::CloudRefused, "cloud.refused");
    row(ErrorCode::CloudConflict, "cloud.conflict");
}

void TestErrorTable::spellsTheCodesOfEachRoomInOrder()
{
    QFETCH(int, code);
    QTEST(shown(codeName(static_cast<ErrorCode>(code))), "name");
}

void TestErrorTable::prefersTheErrorsOwnAdvice()
{
    QCOMPARE(shown(mendText({ErrorCode::NetUrl, "", "", {}, "Do this."})), QString("Do this."));
}

void TestErrorTable::printsPlacesAsFarAsKnown_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("text");
    QTest::newRow("all") << "a.yaml" << 3 << 7 << "a.yaml:3:7";
    QTest::newRow("no column") << "a.yaml" << 3 << 0 << "a.yaml:3";
    QTest::newRow("no line") << "a.yaml" << 0 << 7 << "a.yaml";
    QTest::newRow("no file") << "" << 3 << 7 << "line 3:7";
    QTest::newRow("nothing") << "" << 0 << 0 << "";
}

void TestErrorTable::printsPlacesAsFarAsKnown()
{
    QFETCH(QString, file);
    QFETCH(int, line);
    QFETCH(int, column);
    QTEST(shown(placeText({file.toStdString(), line, column})), "text");
}

void TestErrorTable::printsOneLinePerError()
{
    const Error error{ErrorCode::FlowUnknownStep, "b", "needed by c", {"a.yaml", 2, 4}, ""};
    QCOMPARE(shown(errorText(error)),
             QString("a.yaml:2:4: ") + shown(codeTitle(error.code)) + ": b, needed by c [flow.unknown_step]");
    QCOMPARE(shown(errorText({ErrorCode::NetTls, "", "expired", {}, ""})),
             shown(codeTitle(ErrorCode::NetTls)) + ": expired [net.tls]");
}

void TestErrorTable::resultsHoldAValueOrAnError()
{
    const Result<int> value = 7;
    const Result<int> error = Error{ErrorCode::NetUrl, "x", "", {}, ""};
    const Status ok;
    const Status bad = Error{ErrorCode::NetTls, "", "", {}, ""};
    BATUTA_VERIFY_OK(value);
    QCOMPARE(*value, 7);
    BATUTA_VERIFY_ERROR(error, ErrorCode::NetUrl);
    BATUTA_VERIFY_OK(ok);
    BATUTA_VERIFY_ERROR(bad, ErrorCode::NetTls);
}

void TestErrorTable::idsOfOneKindCompareAndHash()
{
    QVERIFY(StepId("a") < StepId("b"));
    QVERIFY(StepId("a") == StepId("a"));
    QVERIFY(StepId().isEmpty());
    const std::unordered_set<StepId> ids{StepId("a"), StepId("b"), StepId("a")};
    QCOMPARE(ids.size(), std::size_t{2});
}

QTEST_APPLESS_MAIN(TestErrorTable)
#include "tst_error_table.moc"
