#include "figure/pdfdocument.h"

#include "figure/figuretext.h"
#include "figure/markup.h"
#include "figure/pdfobjects.h"
#include "figure/pdfpage.h"
#include "figure/pdfplace.h"
#include "figure/words.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUrl>

#include <algorithm>
#include <exception>
#include <string>

namespace dateline
{

namespace
{

using Object = QPDFObjectHandle;

constexpr auto language = "en"; // Of all texts of the figure itself.

/// To the source of the first words for @p callout whose line is on the page.
std::optional<PdfPage::Link> linkToSource(const FigureReport::Callout &callout, const FigureContent &content,
                                          const FigureReport &report)
{
    for (const FigureWords &words : content.words) {
        const auto line = std::ranges::find(report.listed, words.source) - report.listed.begin();
        if (!std::ranges::contains(callout.incidents, words.incident) || line >= std::ssize(report.sourceBoxes))
            continue;
        return PdfPage::Link{callout.box,
                             FigureText::tr("Source [%1]").arg(sourceLetter(static_cast<int>(line))),
                             {},
                             report.sourceBoxes[static_cast<std::size_t>(line)].topLeft()};
    }
    return std::nullopt;
}

class PdfFinisher
{
public:
    PdfFinisher(QPDF &pdf, std::span<const PdfPage> told, const PdfDocument &document)
        : m_pdf(pdf)
        , m_told(told)
        , m_document(document)
        , m_pages(QPDFPageDocumentHelper(pdf).getAllPages())
        , m_structure(pdf.makeIndirectObject(dictionary("<< /Type /StructTreeRoot >>")))
        , m_root(pdf.makeIndirectObject(dictionary("<< /Type /StructElem /S /Document /K [] >>")))
    {
        m_root.replaceKey("/P", m_structure);
    }

    void finish()
    {
        describe();
        for (std::size_t i = 0; i < m_told.size(); ++i)
            tellPage(m_pages.at(i), m_told[i]);
        closeStructure();
        if (m_told.size() > 1)
            outline();
        attachSidecar(); // Last: it tells the hashes of the pages.
    }

private:
    void describe()
    {
        Object catalog = m_pdf.getRoot();
        catalog.replaceKey("/Lang", Object::newString(language));
        catalog.replaceKey("/ViewerPreferences", dictionary("<< /DisplayDocTitle true >>"));
        catalog.replaceKey("/MarkInfo", dictionary("<< /Marked true >>"));
        const Object old = m_pdf.getTrailer().getKey("/Info");
        Object info = m_pdf.makeIndirectObject(Object::newDictionary());
        // Without the hour of writing, so that the same figure has the same bytes.
        for (const char *kept : {"/Creator", "/Producer"}) {
            if (old.isDictionary() && old.hasKey(kept))
                info.replaceKey(kept, old.getKey(kept));
        }
        info.replaceKey("/Title", textObject(m_document.title));
        info.replaceKey("/Subject", textObject(m_document.description));
        if (!m_document.author.isEmpty())
            info.replaceKey("/Author", textObject(m_document.author));
        m_pdf.getTrailer().replaceKey("/Info", info);
        m_pdf.getTrailer().removeKey("/ID"); // Qt's is a random one; a new one is made from what is written.
        Object xmp = Object::newStream(&m_pdf, m_document.xmp.toStdString());
        xmp.getDict().replaceKey("/Type", Object::newName("/Metadata"));
        xmp.getDict().replaceKey("/Subtype", Object::newName("/XML"));
        catalog.replaceKey("/Metadata", xmp);
    }

    void tellPage(QPDFPageObjectHelper &helper, const PdfPage &told)
    {
        Object page = helper.getObjectHandle();
        const double height = helper.getMediaBox().getArrayAsRectangle().ury;
        Object parent = m_root;
        if (m_told.size() > 1) {
            parent = element("/Sect", m_root, page);
            parent.replaceKey("/T", textObject(told.title));
            parent.replaceKey("/K", Object::newArray());
        }
        tag(helper, parent, told);
        for (const PdfPage::Link &link : told.links)
            addLink(page, height, parent, link);
        placeOnEarth(page, height, told);
    }

    /// The whole page is one picture to a screen reader: its lines and boxes would be read in no order.
    void tag(QPDFPageObjectHelper &helper, Object &parent, const PdfPage &told)
    {
        helper.addPageContents(Object::newStream(&m_pdf, "/Figure << /MCID 0 >> BDC\n"), true);
        helper.addPageContents(Object::newStream(&m_pdf, "\nEMC\n"), false);
        Object page = helper.getObjectHandle();
        page.replaceKey("/StructParents", nextNumber());
        page.replaceKey("/Tabs", Object::newName("/S"));
        Object figure = element("/Figure", parent, page);
        figure.replaceKey("/Alt", textObject(told.alternativeText));
        figure.replaceKey("/K", Object::newInteger(0));
        Object layout = dictionary("<< /O /Layout /Placement /Block >>");
        layout.replaceKey("/BBox", page.getKey("/MediaBox"));
        figure.replaceKey("/A", layout);
        m_parents.push_back(Object::newArray({figure}));
    }

    /// A new part of @p parent, on @p page.
    Object element(const char *kind, Object &parent, const Object &page)
    {
        Object element = m_pdf.makeIndirectObject(dictionary("<< /Type /StructElem >>"));
        element.replaceKey("/S", Object::newName(kind));
        element.replaceKey("/P", parent);
        element.replaceKey("/Pg", page);
        parent.getKey("/K").appendItem(element);
        return element;
    }

    [[nodiscard]] Object nextNumber() const { return Object::newInteger(static_cast<long long>(m_parents.size())); }

    void addLink(Object &page, double height, Object &parent, const PdfPage::Link &told)
    {
        Object link = m_pdf.makeIndirectObject(
            dictionary("<< /Type /Annot /Subtype /Link /F 4 /Border [0 0 0] /H /I >>")); // Printed with the page.
        link.replaceKey("/Rect", rectangle(told.box, height));
        link.replaceKey("/Contents", textObject(told.words));
        link.replaceKey("/A", told.address.isEmpty() ? jump(page, height, told.target) : visit(told.address));
        link.replaceKey("/StructParent", nextNumber());
        Object part = element("/Link", parent, page);
        part.replaceKey("/Alt", textObject(told.words));
        Object reference = dictionary("<< /Type /OBJR >>");
        reference.replaceKey("/Obj", link);
        reference.replaceKey("/Pg", page);
        part.replaceKey("/K", reference);
        m_parents.push_back(part);
        if (!page.hasKey("/Annots"))
            page.replaceKey("/Annots", Object::newArray());
        page.getKey("/Annots").appendItem(link);
    }

    static Object jump(const Object &page, double height, QPointF target)
    {
        Object place = dictionary("[ /XYZ null null null ]");
        place.setArrayItem(1, Object::newReal(target.x() * pointsInAPagePixel, 2));
        place.setArrayItem(2, Object::newReal(height - target.y() * pointsInAPagePixel, 2));
        place.insertItem(0, page);
        Object action = dictionary("<< /S /GoTo >>");
        action.replaceKey("/D", place);
        return action;
    }

    static Object visit(const QString &address)
    {
        Object action = dictionary("<< /S /URI >>");
        action.replaceKey("/URI", Object::newString(QUrl(address).toEncoded().toStdString()));
        return action;
    }

    void closeStructure()
    {
        Object nums = Object::newArray();
        for (std::size_t i = 0; i < m_parents.size(); ++i) {
            nums.appendItem(Object::newInteger(static_cast<long long>(i)));
            nums.appendItem(m_parents[i]);
        }
        Object tree = Object::newDictionary();
        tree.replaceKey("/Nums", nums);
        m_structure.replaceKey("/K", m_root);
        m_structure.replaceKey("/ParentTree", m_pdf.makeIndirectObject(tree));
        m_structure.replaceKey("/ParentTreeNextKey", nextNumber());
        m_pdf.getRoot().replaceKey("/StructTreeRoot", m_structure);
    }

    void outline()
    {
        Object outlines = m_pdf.makeIndirectObject(dictionary("<< /Type /Outlines >>"));
        Object last;
        for (std::size_t i = 0; i < m_told.size(); ++i) {
            Object item = m_pdf.makeIndirectObject(Object::newDictionary());
            item.replaceKey("/Title", textObject(m_told[i].title));
            item.replaceKey("/Parent", outlines);
            item.replaceKey("/Dest", Object::newArray({m_pages[i].getObjectHandle(), Object::newName("/Fit")}));
            if (i == 0) {
                outlines.replaceKey("/First", item);
            } else {
                item.replaceKey("/Prev", last);
                last.replaceKey("/Next", item);
            }
            last = item;
        }
        outlines.replaceKey("/Last", last);
        outlines.replaceKey("/Count", Object::newInteger(static_cast<long long>(m_told.size())));
        m_pdf.getRoot().replaceKey("/Outlines", outlines);
        m_pdf.getRoot().replaceKey("/PageMode", Object::newName("/UseOutlines"));
    }

    void attachSidecar()
    {
        QJsonObject sidecar = m_document.sidecar;
        const QStringList hashes = pagesSha256(m_pdf);
        sidecar.insert(QStringLiteral("picture"),
                       hashes.size() == 1
                           ? QJsonObject{{QStringLiteral("pageSha256"), hashes.front()}}
                           : QJsonObject{{QStringLiteral("pagesSha256"), QJsonArray::fromStringList(hashes)}});
        auto stream = QPDFEFStreamObjectHelper::createEFStream(m_pdf, QJsonDocument(sidecar).toJson().toStdString());
        stream.setSubtype("application/json");
        auto file = QPDFFileSpecObjectHelper::createFileSpec(m_pdf, pdfSidecar, stream);
        file.setDescription(FigureText::tr("What the figure shows and was made from").toStdString());
        file.getObjectHandle().replaceKey("/AFRelationship", Object::newName("/Data"));
        QPDFEmbeddedFileDocumentHelper(m_pdf).replaceEmbeddedFile(pdfSidecar, file);
        m_pdf.getRoot().replaceKey("/AF", Object::newArray({file.getObjectHandle()}));
    }

    QPDF &m_pdf;
    std::span<const PdfPage> m_told;
    const PdfDocument &m_document;
    std::vector<QPDFPageObjectHelper> m_pages;
    Object m_structure;
    Object m_root;
    std::vector<Object> m_parents; ///< By number, what each marked part and each link belongs to.
};

} // namespace

PdfPage pdfPageOf(const FigureContent &content, const FigureReport &report)
{
    PdfPage page{report.title, report.alternativeText, {}, report.map, report.metres, report.projection};
    for (const FigureReport::Callout &callout : report.callouts) {
        if (std::optional<PdfPage::Link> link = linkToSource(callout, content, report))
            page.links.push_back(std::move(*link));
    }
    for (std::size_t line = 0; line < report.sourceBoxes.size(); ++line) {
        const FigureSource &source = content.sources[static_cast<std::size_t>(report.listed[line])];
        if (isWebAddress(source.address))
            page.links.push_back(
                {report.sourceBoxes[line], report.sources[static_cast<qsizetype>(line)], source.address, {}});
    }
    return page;
}

Result<QByteArray> finishedPdf(const QByteArray &bytes, std::span<const PdfPage> pages, const PdfDocument &document)
{
    try {
        QPDF pdf;
        pdf.setSuppressWarnings(true);
        pdf.processMemoryFile("figure", bytes.constData(), static_cast<size_t>(bytes.size()));
        PdfFinisher(pdf, pages, document).finish();
        QPDFWriter writer(pdf);
        writer.setMinimumPDFVersion("1.7");
        writer.setDeterministicID(true);
        writer.setOutputMemory();
        writer.write();
        const std::shared_ptr<Buffer> written = writer.getBufferSharedPointer();
        return QByteArray(reinterpret_cast<const char *>(written->getBuffer()),
                          static_cast<qsizetype>(written->getSize()));
    } catch (const std::exception &) {
        // The pages are our own, so what is left to fail is memory.
        return failure(Error::Kind::Unwritable,
                       FigureText::tr("The figure could not be drawn as PDF: there is not enough memory for it; make "
                                      "it smaller"));
    }
}

} // namespace dateline
