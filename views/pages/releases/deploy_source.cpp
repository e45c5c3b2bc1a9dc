// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/releases/deploy_source.h"

#include "views/models/releases/config_text.h"
#include "views/models/releases/releases_model.h"
#include "views/pages/releases/choice_card.h"
#include "views/pages/releases/deploy_words.h"
#include "views/pages/releases/release_words.h"
#include "views/widgets/button.h"
#include "views/widgets/code_view.h"

#include <QComboBox>
#include <QFileDialog>
#include <QLineEdit>
#include <QSignalBlocker>

namespace batuta::views {
namespace {

constexpr int kBuildLog = 160;

QString buildWord(const client::BuildState &build)
{
    if (build.status == "packing")
        return DeploySource::tr("The directory is being packed and uploaded.");
    if (build.status == "working")
        return DeploySource::tr("The image is being built.");
    if (build.status == "success")
        return DeploySource::tr("Built: %1").arg(QString::fromStdString(build.image));
    return build.status == "failure"
               ? DeploySource::tr("Not built: %1").arg(QString::fromStdString(build.said).simplified())
               : QString();
}

} // namespace

DeploySource::DeploySource(DeployPlan &plan, ReleasesModel &model, QWidget *parent)
    : DeployPane(plan, tr("Source"), tr("What the new revision runs."), parent)
    , m_model(model)
{
    buildCards();
    buildFields();
    rows().addStretch(1);
    connect(&plan, &DeployPlan::buildChanged, this, &DeploySource::presentBuild);
}

void DeploySource::buildCards()
{
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    m_cards = {new ChoiceCard(tr("Image"), tr("One that was pushed"), this),
               new ChoiceCard(tr("Revision to copy"), tr("Its image, settings and keys"), this),
               new ChoiceCard(tr("Directory"), tr("Built by Cloud Build first"), this)};
    for (std::size_t i = 0; i < m_cards.size(); ++i) {
        line->addWidget(m_cards[i]);
        connect(m_cards[i], &QAbstractButton::clicked, this,
                [this, i] { choose(static_cast<DeployDraft::Source>(i)); });
    }
    rows().addLayout(line);
    rows().addSpacing(8);
}

QWidget *DeploySource::field(const QString &title, QWidget *editor)
{
    auto *whole = new QWidget(this);
    auto *column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 4, 0, 4);
    column->setSpacing(4);
    auto *label = new Label(title, TextStyle::Small, Ink::Secondary, whole);
    label->setBuddy(editor);
    editor->setAccessibleName(title);
    column->addWidget(label);
    column->addWidget(editor);
    rows().addWidget(whole);
    return whole;
}

void DeploySource::buildFields()
{
    const QFont mono = themeOf(this).font(TextStyle::Mono);
    for (QLineEdit **line : {&m_service, &m_image, &m_directory}) {
        *line = new QLineEdit(this);
        (*line)->setFont(mono);
        (*line)->setMaxLength(2'000);
    }
    m_revision = new QComboBox(this);
    m_serviceRow = field(tr("Name of the service"), m_service);
    m_revisionRow = field(tr("Revision"), m_revision);
    m_directoryRow = field(tr("Directory with a Dockerfile, where the engine runs"), m_directory);
    m_browse = new Button(tr("Choose"), "folder", Button::Variant::Normal, this);
    m_imageRow = field(tr("Image"), m_image);
    m_image->setPlaceholderText(QStringLiteral("us-east1-docker.pkg.dev/PROJECT/REPOSITORY/IMAGE:TAG"));
    m_buildRow = new QWidget(this);
    auto *line = new QHBoxLayout(m_buildRow);
    line->setContentsMargins(0, 4, 0, 4);
    m_build = new Button(tr("Build the image"), "upload", Button::Variant::Normal, m_buildRow);
    m_buildState = new Label(TextStyle::Small, Ink::Secondary, m_buildRow);
    m_buildState->setElide(Qt::ElideMiddle);
    line->addWidget(m_browse);
    line->addWidget(m_build);
    line->addWidget(m_buildState, 1);
    rows().addWidget(m_buildRow);
    m_log = new CodeView(this);
    m_log->setFixedHeight(themeOf(this).scaled(kBuildLog));
    m_log->setAccessibleName(tr("Log of the build"));
    rows().addWidget(m_log);
    m_problem = new Label(TextStyle::Small, Ink::Critical, this);
    m_problem->setWordWrap(true);
    rows().addWidget(m_problem);
    const auto follow = [this](QLineEdit *field, std::string DeployDraft::*member) {
        connect(field, &QLineEdit::textEdited, this, [this, member](const QString &text) {
            m_plan.edit([&](DeployDraft &draft) { draft.*member = text.trimmed().toStdString(); });
        });
    };
    follow(m_service, &DeployDraft::service);
    follow(m_image, &DeployDraft::image);
    follow(m_directory, &DeployDraft::directory);
    connect(m_revision, &QComboBox::activated, this,
            [this](int at) { m_plan.copy(m_revision->itemData(at).toString().toStdString()); });
    connect(m_browse, &QAbstractButton::clicked, this, &DeploySource::chooseDirectory);
    connect(m_build, &QAbstractButton::clicked, &m_plan, &DeployPlan::build);
}

void DeploySource::choose(DeployDraft::Source source)
{
    const bool wasCopy = !draft().from.empty();
    m_plan.edit([&](DeployDraft &draft) { draft.source = source; });
    if (source == DeployDraft::Source::Revision)
        m_plan.copy(m_revision->currentData().toString().toStdString());
    else if (wasCopy)
        m_plan.copy({});
}

void DeploySource::chooseDirectory()
{
    auto *dialog = new QFileDialog(this, tr("Directory to build"), m_directory->text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &folder) {
        m_plan.edit([&](DeployDraft &draft) { draft.directory = folder.toStdString(); });
    });
    dialog->open();
}

/// The newest first, with what they are now.
void DeploySource::fillRevisions()
{
    const client::ServiceBoard *board = m_model.service() ? &*m_model.service() : nullptr;
    const auto count = board == nullptr ? 0 : static_cast<int>(board->revisions.size());
    if (m_revision->count() == count)
        return;
    const QSignalBlocker quiet(m_revision);
    m_revision->clear();
    const TrafficShares serving = m_model.serving();
    for (const cloud::Revision &revision : board ? board->revisions : std::vector<cloud::Revision>()) {
        QString text = tr("%1, image %2, %3", "a revision, its image, when it was made")
                           .arg(QString::fromStdString(shortRevision(revision.name, m_model.serviceName())),
                                QString::fromStdString(shortDigest(revision)),
                                releaseTime(revision.created, board->at, false));
        for (const TrafficShare &share : serving)
            if (share.revision == revision.name)
                text += tr(", serves %1 %").arg(share.percent);
        m_revision->addItem(text, QString::fromStdString(revision.name));
    }
}

void DeploySource::present()
{
    fillRevisions();
    const DeployDraft &now = draft();
    for (std::size_t i = 0; i < m_cards.size(); ++i)
        m_cards[i]->setChecked(static_cast<std::size_t>(now.source) == i);
    card(DeployDraft::Source::Revision).setEnabled(!now.isNew && m_revision->count() > 0);
    const auto put = [](QLineEdit *field, const std::string &text) {
        if (field->text().trimmed().toStdString() != text)
            field->setText(QString::fromStdString(text));
    };
    put(m_service, now.service);
    put(m_image, now.image);
    put(m_directory, now.directory);
    if (const int at = m_revision->findData(QString::fromStdString(now.from)); at >= 0)
        m_revision->setCurrentIndex(at);
    const bool isBuilt = now.source == DeployDraft::Source::Directory;
    m_serviceRow->setVisible(now.isNew);
    m_revisionRow->setVisible(now.source == DeployDraft::Source::Revision);
    m_imageRow->setVisible(now.source != DeployDraft::Source::Revision);
    m_directoryRow->setVisible(isBuilt);
    m_buildRow->setVisible(isBuilt);
    const QString why = m_plan.whyNot(DeployPlan::Step::Source);
    QStringList problems;
    for (const releases::Finding &one : m_plan.findings())
        if (stepOf(one.code) == DeployPlan::Step::Source && (one.code != "name" || !now.service.empty()))
            problems << findingWhole(one);
    m_problem->setText(problems.join('\n'));
    presentBuild();
}

void DeploySource::presentBuild()
{
    const client::BuildState &build = m_plan.buildState();
    const bool isBuilt = draft().source == DeployDraft::Source::Directory;
    m_build->setEnabled(!m_plan.isBuilding() && !draft().directory.empty() && !draft().image.empty() &&
                        !draft().service.empty());
    m_buildState->setText(buildWord(build));
    m_log->setVisible(isBuilt && !build.log.empty());
    const QString log = QString::fromStdString(build.log);
    if (m_log->toPlainText() == log)
        return;
    m_log->setCode(log, CodeView::Language::Plain);
    m_log->moveCursor(QTextCursor::End);
}

} // namespace batuta::views
