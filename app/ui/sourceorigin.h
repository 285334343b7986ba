#pragma once

#include "ui/casestore.h"
#include "ui/readermodel.h"
#include "ui/sourcelistmodel.h"

#include <QAbstractListModel>
#include <QtQmlIntegration>

#include <vector>

namespace dateline
{

/// Whose story the open source tells, and what a person decides about it or another source, each a step to undo.
///
/// Its rows are the sources to choose from for “Same origin as…”, as far as their names or publishers hold what is
/// looked for.
class SourceOrigin : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The session has it")
    Q_PROPERTY(QString text READ text NOTIFY changed)
    Q_PROPERTY(bool choosing READ isChoosing NOTIFY choosingChanged)
    Q_PROPERTY(QString choosingFor READ choosingFor NOTIFY choosingChanged)
    Q_PROPERTY(QString looked READ looked WRITE lookFor NOTIFY choosingChanged)
    Q_PROPERTY(int count READ count NOTIFY choosingChanged)

public:
    enum Role { DocumentRole = Qt::UserRole, NameRole, DetailRole };

    SourceOrigin(CaseStore *store, SourceListModel *sources, ReaderModel *reader, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] QString text() const; ///< Of the open source, in a sentence.
    [[nodiscard]] bool isChoosing() const { return m_document != DocumentId{}; }
    [[nodiscard]] QString choosingFor() const; ///< The name of the source that an origin is chosen for.
    [[nodiscard]] QString looked() const { return m_looked; }
    void lookFor(const QString &words);
    [[nodiscard]] int count() const { return static_cast<int>(m_choices.size()); }

    /// Whether a person has decided about @p document, and what it counts with: 0 if it counts for itself.
    Q_INVOKABLE [[nodiscard]] bool isDecided(qint64 document) const;
    Q_INVOKABLE [[nodiscard]] bool isOwn(qint64 document) const;
    Q_INVOKABLE [[nodiscard]] qint64 otherOf(qint64 document) const;

    Q_INVOKABLE void countAsOwn(qint64 document);
    Q_INVOKABLE void asTheTextsTell(qint64 document);
    Q_INVOKABLE void choose(qint64 document); ///< Offers the other sources to choose from.
    Q_INVOKABLE void take(int row); ///< Counts the source with the one in @p row.
    Q_INVOKABLE void close();

Q_SIGNALS:
    void changed();
    void choosingChanged();

private:
    void decide(qint64 document, DocumentId origin, const QString &label);
    void list();
    [[nodiscard]] QString nameOf(DocumentId document) const;

    CaseStore *m_store;
    SourceListModel *m_sources;
    ReaderModel *m_reader;
    DocumentId m_document{}; ///< The one that an origin is chosen for; 0 while none is.
    QString m_looked;
    std::vector<DocumentId> m_choices;
};

} // namespace dateline
