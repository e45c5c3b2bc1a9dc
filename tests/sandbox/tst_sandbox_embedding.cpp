// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "app/sandbox/knowledge.h"

#include <QTest>

#include <cmath>

using namespace batuta;
using namespace batuta::sandbox;

class TestSandboxEmbedding : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        auto read = Knowledge::read();
        QVERIFY(read.has_value());
        m_knowledge = std::move(*read);
    }

    void foldsCaseAccentsAndSigns_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("folded");
        QTest::newRow("accents") << "Manutenção ELÉTRICA"
                                 << " manutencao eletrica ";
        QTest::newRow("signs") << "MIG/MAG, nível 2!"
                               << " mig mag nivel 2 ";
        QTest::newRow("capital accents") << "ÀÉÎÕÜÇ Ñ"
                                         << " aeiouc n ";
        QTest::newRow("multiplication sign") << "3×4"
                                             << " 3 4 ";
        QTest::newRow("nothing") << ""
                                 << " ";
        QTest::newRow("only signs") << " -- "
                                    << " ";
    }

    void foldsCaseAccentsAndSigns()
    {
        QFETCH(QString, text);
        QFETCH(QString, folded);
        QCOMPARE(QString::fromStdString(foldedText(text.toStdString())), folded);
    }

    void survivesTextThatIsCutInsideACharacter()
    {
        QCOMPARE(foldedText("a\xC3"), std::string(" a\xC3 "));
        QVERIFY(std::isfinite(length(m_knowledge->embedder->embed("\xFF\xC3 abc\xC3"))));
    }

    void hasLengthOneOrNothingToSay_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<float>("expected");
        QTest::newRow("sentence") << "Soldagem MIG/MAG de estruturas" << 1.0F;
        QTest::newRow("unknown words") << "zzyzx qwxrt" << 1.0F;
        QTest::newRow("repeated") << QString("solda ").repeated(500) << 1.0F;
        QTest::newRow("empty") << "" << 0.0F;
    }

    void hasLengthOneOrNothingToSay()
    {
        QFETCH(QString, text);
        QFETCH(float, expected);
        QVERIFY(std::abs(length(m_knowledge->embedder->embed(text.toStdString())) - expected) < 1e-4F);
    }

    void isTheSameForTheSameTextWhateverItsAccents()
    {
        const Embedder &embedder = *m_knowledge->embedder;
        QVERIFY(embedder.embed("Instalação elétrica") == embedder.embed("INSTALACAO ELETRICA"));
    }

    void putsSimilarTextsNearerThanDifferentOnes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("near");
        QTest::addColumn<QString>("far");
        QTest::newRow("welding") << "Soldador de estruturas metálicas"
                                 << "Soldagem de estruturas em aço"
                                 << "Desenvolvimento de interfaces com React";
        QTest::newRow("inflections") << "manutenções de máquinas"
                                     << "manutenção da máquina"
                                     << "costura de tecidos";
        QTest::newRow("typing error") << "Eletricsta industrial"
                                      << "Eletricista industrial"
                                      << "Padeiro e confeiteiro";
        QTest::newRow("data") << "painéis de dados em Power BI"
                              << "análise de dados com Power BI"
                              << "alvenaria e revestimentos";
    }

    void putsSimilarTextsNearerThanDifferentOnes()
    {
        QFETCH(QString, text);
        QFETCH(QString, near);
        QFETCH(QString, far);
        const Embedder &embedder = *m_knowledge->embedder;
        const Embedding here = embedder.embed(text.toStdString());
        const float toNear = similarity(here, embedder.embed(near.toStdString()));
        const float toFar = similarity(here, embedder.embed(far.toStdString()));
        QVERIFY2(toNear > toFar + 0.2F, qPrintable(QString("%1 against %2").arg(toNear).arg(toFar)));
    }

    void countsRareWordsMoreThanCommonOnes()
    {
        const Embedder embedder({"de aço", "de ferro", "de cobre", "de vidro", "de barro"});
        const Embedding text = embedder.embed("de vidro");
        QVERIFY(similarity(text, embedder.embed("vidro")) > similarity(text, embedder.embed("de")));
    }

    void findsEachVacancyAgainByItsOwnText()
    {
        int found = 0;
        const Catalogue &catalogue = m_knowledge->catalogue;
        for (std::size_t i = 0; i < catalogue.vacancies.size(); ++i) {
            const Embedding text = m_knowledge->embedder->embed(catalogue.vacancies[i].name + " " +
                                                                catalogue.vacancies[i].description);
            std::size_t best = 0;
            for (std::size_t j = 1; j < catalogue.vacancies.size(); ++j)
                if (similarity(text, m_knowledge->vacancies[j]) >
                    similarity(text, m_knowledge->vacancies[best]))
                    best = j;
            found += best == i ? 1 : 0;
        }
        QCOMPARE(found, static_cast<int>(catalogue.vacancies.size()));
    }

private:
    std::unique_ptr<const Knowledge> m_knowledge;
};

QTEST_APPLESS_MAIN(TestSandboxEmbedding)
#include "tst_sandbox_embedding.moc"
