// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/pages/releases/deploy_pane.h"

class QComboBox;
class QLineEdit;

namespace batuta::views {

class Button;
class ChoiceCard;
class CodeView;
class ReleasesModel;

/// Step 1: an image, a revision to copy, or a directory that is built.
class DeploySource final : public DeployPane
{
    Q_OBJECT

public:
    DeploySource(DeployPlan &plan, ReleasesModel &model, QWidget *parent);
    void present() override;
    QLineEdit &image() { return *m_image; }
    QLineEdit &serviceName() { return *m_service; }
    QLineEdit &directory() { return *m_directory; }
    QComboBox &revision() { return *m_revision; }
    ChoiceCard &card(DeployDraft::Source source) { return *m_cards[static_cast<std::size_t>(source)]; }
    Button &buildButton() { return *m_build; }

private:
    void buildCards();
    void buildFields();
    QWidget *field(const QString &title, QWidget *editor);
    void choose(DeployDraft::Source source);
    void chooseDirectory();
    void fillRevisions();
    void presentBuild();

    ReleasesModel &m_model;
    std::array<ChoiceCard *, 3> m_cards{};
    QLineEdit *m_service, *m_image, *m_directory;
    QComboBox *m_revision;
    Button *m_browse, *m_build;
    QWidget *m_serviceRow, *m_imageRow, *m_revisionRow, *m_directoryRow, *m_buildRow;
    Label *m_buildState, *m_problem;
    CodeView *m_log;
};

} // namespace batuta::views
