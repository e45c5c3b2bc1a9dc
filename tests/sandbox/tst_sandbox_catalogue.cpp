// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "app/sandbox/knowledge.h"
#include "app/sandbox/resources.h"

#include <QTest>

#include <algorithm>
#include <set>
#include <string>

using namespace batuta;
using namespace batuta::sandbox;

namespace {

const Knowledge &knowledge()
{
    static const std::unique_ptr<const Knowledge> read = [] {
        auto result = Knowledge::read();
        return result ? std::move(*result) : nullptr;
    }();
    return *read;
}

CatalogueTexts shippedTexts()
{
    return {resources::sandbox_skills, resources::sandbox_professions, resources::sandbox_careers,
            resources::sandbox_vacancies, resources::sandbox_courses};
}

} // namespace

class TestSandboxCatalogue : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { QVERIFY(Knowledge::read().has_value()); }

    void hasWhatTheIssueAsksFor()
    {
        const Catalogue &catalogue = knowledge().catalogue;
        QVERIFY(catalogue.skills.size() >= 150);
        QVERIFY(catalogue.professions.size() >= 40);
        QVERIFY(catalogue.vacancies.size() >= 60);
        QVERIFY(catalogue.courses.size() >= 80);
        QVERIFY(knowledge().people.people().size() >= 12);
    }

    void teachesEachSkillToTheTopLevelAskedFor()
    {
        const Catalogue &catalogue = knowledge().catalogue;
        std::vector<int> taught(catalogue.skills.size(), 0);
        for (const Course &course : catalogue.courses)
            for (const Lesson &lesson : course.lessons)
                taught[lesson.skill] = std::max(taught[lesson.skill], lesson.level);
        const auto check = [&](const std::vector<Requirement> &requirements) {
            for (const Requirement &requirement : requirements)
                QVERIFY2(taught[requirement.skill] >= requirement.level,
                         catalogue.skills[requirement.skill].id.c_str());
        };
        for (std::size_t skill = 0; skill < taught.size(); ++skill)
            QVERIFY2(taught[skill] > 0, catalogue.skills[skill].id.c_str());
        for (const Profession &profession : catalogue.professions)
            check(profession.skills);
        for (const Vacancy &vacancy : catalogue.vacancies)
            check(vacancy.skills);
        for (const Position &position : catalogue.positions)
            check(requirementsOf(catalogue, position));
    }

    void givesEachProfessionACareerWithAPositionOfItAndAVacancy()
    {
        const Catalogue &catalogue = knowledge().catalogue;
        for (std::size_t i = 0; i < catalogue.professions.size(); ++i) {
            const Profession &profession = catalogue.professions[i];
            for (const std::size_t career : profession.careers)
                QVERIFY2(std::any_of(catalogue.careers[career].positions.begin(),
                                     catalogue.careers[career].positions.end(),
                                     [&](std::size_t p) { return catalogue.positions[p].profession == i; }),
                         profession.id.c_str());
            QVERIFY2(std::any_of(catalogue.vacancies.begin(), catalogue.vacancies.end(),
                                 [i](const Vacancy &v) { return v.profession == i; }),
                     profession.id.c_str());
        }
    }

    void asksForNoSkillTwice()
    {
        const auto isUnique = [](const std::vector<Requirement> &requirements) {
            std::set<std::size_t> seen;
            return std::all_of(requirements.begin(), requirements.end(),
                               [&](const Requirement &r) { return seen.insert(r.skill).second; });
        };
        for (const Profession &profession : knowledge().catalogue.professions)
            QVERIFY2(isUnique(profession.skills), profession.id.c_str());
        for (const Vacancy &vacancy : knowledge().catalogue.vacancies)
            QVERIFY2(isUnique(vacancy.skills), vacancy.id.c_str());
    }

    void describesNoTwoThingsWithTheSameWords()
    {
        std::set<std::string> texts;
        for (const Vacancy &vacancy : knowledge().catalogue.vacancies)
            QVERIFY2(texts.insert(vacancy.description).second, vacancy.id.c_str());
        for (const Profession &profession : knowledge().catalogue.professions)
            QVERIFY2(texts.insert(profession.description).second, profession.id.c_str());
        std::set<std::string> companies;
        for (const Vacancy &vacancy : knowledge().catalogue.vacancies)
            QVERIFY2(companies.insert(vacancy.company).second || vacancy.company.empty(),
                     vacancy.company.c_str());
    }

    void movesAPositionsLevelsByItsOwn()
    {
        const Catalogue &catalogue = knowledge().catalogue;
        for (const Position &position : catalogue.positions) {
            const std::vector<Requirement> moved = requirementsOf(catalogue, position);
            const std::vector<Requirement> &asked = catalogue.professions[position.profession].skills;
            for (std::size_t i = 0; i < moved.size(); ++i)
                QCOMPARE(moved[i].level, std::clamp(asked[i].level + position.level - 2, 1, 5));
        }
    }

    void refusesBrokenFiles_data()
    {
        QTest::addColumn<QString>("skills");
        QTest::addColumn<QString>("subject");
        QTest::newRow("not JSON") << "{"
                                  << "skills";
        QTest::newRow("another list") << R"({"other": []})"
                                      << "skills";
        QTest::newRow("no name") << R"({"skills": [{"id": "a", "categoria": "b"}]})"
                                 << "nome";
        QTest::newRow("id twice")
            << R"({"skills": [{"id": "a", "nome": "A", "categoria": "b"}, {"id": "a", "nome": "B", "categoria": "b"}]})"
            << "a";
    }

    void refusesBrokenFiles()
    {
        QFETCH(QString, skills);
        QFETCH(QString, subject);
        const std::string text = skills.toStdString();
        CatalogueTexts texts = shippedTexts();
        texts.skills = text;
        const Result<Catalogue> catalogue = Catalogue::read(texts);
        QVERIFY(!catalogue);
        QCOMPARE(QString::fromStdString(catalogue.error().subject), subject);
        QCOMPARE(QString::fromStdString(catalogue.error().place.file), QString("skills.json"));
    }

    void refusesAReferenceThatLeadsNowhere()
    {
        const std::string courses = R"({"courses": [{"id": "c", "nome": "C", "carga_horaria": 8, "nivel": "x",
            "skills": [{"id": "nobody-has-this", "nivel": 3}]}]})";
        CatalogueTexts texts = shippedTexts();
        texts.courses = courses;
        const Result<Catalogue> catalogue = Catalogue::read(texts);
        QVERIFY(!catalogue);
        QVERIFY(catalogue.error().detail.find("nobody-has-this") != std::string::npos);
    }
};

QTEST_APPLESS_MAIN(TestSandboxCatalogue)
#include "tst_sandbox_catalogue.moc"
