#include "ui/veil.h"

namespace dateline
{

void Veil::showQuote(qint64 quote)
{
    m_quotes.insert(QuoteId{quote});
    Q_EMIT changed();
}

void Veil::showDocument(qint64 document)
{
    m_documents.insert(DocumentId{document});
    Q_EMIT changed();
}

void Veil::showProposal(const QString &proposalKey)
{
    m_proposals.insert(proposalKey);
    Q_EMIT changed();
}

void Veil::forget()
{
    m_quotes.clear();
    m_documents.clear();
    m_proposals.clear();
    Q_EMIT changed();
}

} // namespace dateline
