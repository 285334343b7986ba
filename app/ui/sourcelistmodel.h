#pragma once

#include "ui/casestore.h"

#include <QAbstractListModel>
#include <QtQmlIntegration>

#include <utility>
#include <vector>

namespace dateline
{

/// The documents of the case, as they were taken in, those of one origin together.
class SourceListModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The session has it")
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    Q_PROPERTY(QString summary READ summary NOTIFY countChanged)

public:
    enum Role {
        IdRole = Qt::UserRole,
        NameRole,
        PublisherRole,
        PublishedRole,
        QuotesRole,
        CaptureRole,
        RepeatsRole,
        OriginRole
    };

    /// A document in its origin.
    struct Row
    {
        DocumentSummary document;
        std::size_t position = 0; ///< In the list without origins.
        OriginMember member = {};
        int others = 0; ///< How many other articles its origin has.
        bool repeats = false; ///< It tells the story of another article, which comes first.
        std::pair<std::size_t, bool> order =
            {}; ///< Its origin's place in the list, then the origin's own article first.
    };

    explicit SourceListModel(CaseStore *store, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    /// Shows @p documents by @p origins, as setOrigins() says, and older captures below the newest of their source.
    void setDocuments(std::vector<DocumentSummary> documents, const std::vector<Origin> &origins = {});
    /// Shows them by @p origins, each origin's own first; a document that is in none stands by itself.
    void setOrigins(const std::vector<Origin> &origins);
    /// Shows anew how many quotes stand on each.
    void countQuotes();
    [[nodiscard]] int count() const { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] QString summary() const; ///< “12 articles, 7 origins”; empty if no two share one.

    [[nodiscard]] const std::vector<Row> &rows() const { return m_rows; }
    [[nodiscard]] const Row *find(DocumentId id) const; ///< Null if there is none.

    /// Why the document counts where it does; empty if there is nothing to tell.
    [[nodiscard]] QString originText(const Row &row) const;

Q_SIGNALS:
    void countChanged();

private:
    void group(const std::vector<Origin> &origins);

    CaseStore *m_store;
    std::vector<Row> m_rows;
    Support m_all;
};

} // namespace dateline
