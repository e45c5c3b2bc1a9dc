// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/api/router.h"
#include "engine/json/json.h"
#include "tests/api/contract.h"
#include "tests/support/verify.h"

#include <QFile>
#include <QRegularExpression>

#include <functional>
#include <set>

using namespace batuta;
using batuta::test::shown;

/// The OpenAPI document and the documentation page, held to the router and to themselves.
class TstOpenApi : public QObject
{
    Q_OBJECT

private slots:
    void hasEveryRouteAndNoOther();
    void describesEachOperation();
    void everyReferenceLeadsSomewhere();
    void examplesFitTheirSchemas();
    void pathParametersAreDeclared();
    void thePageNeedsNoOtherSite();
    void thePageNeverWritesMarkup();

private:
    using Visit = std::function<void(const std::string &, const json::Value &)>;
    static void forEachOperation(const json::Value &document, const Visit &visit);
    static void walk(const json::Value &value, const std::function<void(const json::Value &)> &visit);
    static QString page();

    tests::Contract m_contract;
};

void TstOpenApi::forEachOperation(const json::Value &document, const Visit &visit)
{
    for (const auto &[path, methods] : document["paths"].asObject())
        for (const auto &[method, operation] : methods.asObject())
            visit(QString::fromStdString(method).toUpper().toStdString() + " " + path, operation);
}

void TstOpenApi::walk(const json::Value &value, const std::function<void(const json::Value &)> &visit)
{
    visit(value);
    for (const auto &[name, member] : value.asObject())
        walk(member, visit);
    for (const json::Value &item : value.asArray())
        walk(item, visit);
}

QString TstOpenApi::page()
{
    QFile file(BATUTA_SOURCE_DIR "/resources/api/docs.html");
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

void TstOpenApi::hasEveryRouteAndNoOther()
{
    std::set<std::string> served;
    for (const api::Route &route : api::routes())
        served.insert(std::string(route.method) + " " + std::string(route.path));
    std::set<std::string> described;
    forEachOperation(m_contract.document(),
                     [&](const std::string &name, const json::Value &) { described.insert(name); });
    for (const std::string &name : served)
        QVERIFY2(described.contains(name), ("not described: " + name).c_str());
    for (const std::string &name : described)
        QVERIFY2(served.contains(name), ("not served: " + name).c_str());
    QCOMPARE(shown(m_contract.document()["openapi"].asString()), "3.1.0");
}

void TstOpenApi::describesEachOperation()
{
    std::set<std::string> ids;
    std::string problems;
    forEachOperation(m_contract.document(), [&](const std::string &name, const json::Value &operation) {
        if (!ids.insert(operation["operationId"].asString()).second ||
            operation["operationId"].asString().empty())
            problems += name + " needs an operationId of its own\n";
        if (operation["summary"].asString().empty() || operation["tags"].asArray().size() != 1)
            problems += name + " needs a summary and one tag\n";
        bool succeeds = false;
        for (const auto &[status, response] : operation["responses"].asObject()) {
            succeeds = succeeds || status.starts_with("2");
            const json::Value &full = m_contract.resolved(response);
            if (full["description"].asString().empty() || full["content"].asObject().empty())
                problems += name + " " + status + " needs a description and a content\n";
        }
        if (!succeeds)
            problems += name + " never succeeds\n";
        // Everything but /health may be refused for want of a token.
        if (operation["responses"].asObject().contains("401") == (name == "GET /health"))
            problems += name + " is wrong about 401\n";
    });
    QVERIFY2(problems.empty(), problems.c_str());
}

void TstOpenApi::everyReferenceLeadsSomewhere()
{
    int references = 0;
    walk(m_contract.document(), [&](const json::Value &value) {
        if (!value["$ref"].isString())
            return;
        ++references;
        const json::Value *target = json::pointer(m_contract.document(), value["$ref"].asString().substr(1));
        QVERIFY2(target != nullptr, value["$ref"].asString().c_str());
    });
    QVERIFY(references > 40);
}

void TstOpenApi::examplesFitTheirSchemas()
{
    int examples = 0;
    walk(m_contract.document(), [&](const json::Value &value) {
        const json::Value &media = value["application/json"];
        if (media["schema"].isNull())
            return;
        json::Array given;
        if (media.asObject().contains("example"))
            given.push_back(media["example"]);
        for (const auto &[name, example] : media["examples"].asObject())
            given.push_back(example["value"]);
        for (const json::Value &example : given) {
            ++examples;
            const std::string breach = m_contract.breach(media["schema"], example);
            QVERIFY2(breach.empty(), (breach + json::write(example)).c_str());
        }
    });
    QVERIFY(examples > 25);
}

void TstOpenApi::pathParametersAreDeclared()
{
    forEachOperation(m_contract.document(), [&](const std::string &name, const json::Value &operation) {
        std::set<std::string> declared;
        for (const json::Value &parameter : operation["parameters"].asArray()) {
            const json::Value &full = m_contract.resolved(parameter);
            if (full["in"].asString() == "path" && full["required"].asBoolean())
                declared.insert("{" + full["name"].asString() + "}");
        }
        std::set<std::string> used;
        auto found = QRegularExpression("\\{\\w+\\}").globalMatch(QString::fromStdString(name));
        while (found.hasNext())
            used.insert(found.next().captured().toStdString());
        QVERIFY2(used == declared, name.c_str());
    });
}

void TstOpenApi::thePageNeedsNoOtherSite()
{
    const QString text = page();
    QVERIFY(text.size() > 5000);
    QVERIFY2(!text.contains(QRegularExpression("(https?:)?//[a-z0-9-]+\\.[a-z]")),
             "an address of another site");
    QVERIFY2(!text.contains(QRegularExpression("\\ssrc\\s*=|@import|url\\(")),
             "something that must be loaded");
    auto links = QRegularExpression("href=\"([^\"]*)\"").globalMatch(text);
    while (links.hasNext()) {
        const QString target = links.next().captured(1);
        QVERIFY2(target == "/openapi.json" || target == "data:," || target.startsWith('#'),
                 qPrintable(target));
    }
    QVERIFY(text.contains("default-src 'none'"));
    QVERIFY(text.contains("connect-src 'self'"));
}

void TstOpenApi::thePageNeverWritesMarkup()
{
    const QString text = page();
    for (const char *way :
         {"innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function"})
        QVERIFY2(!text.contains(way), way);
    QVERIFY(text.contains("prefers-color-scheme: dark"));
    QVERIFY(text.contains(":focus-visible"));
    QVERIFY(text.contains("<html lang=\"en\">"));
}

QTEST_APPLESS_MAIN(TstOpenApi)
#include "tst_openapi.moc"
