#include "figure/pdfdocument.h"

#include "figure/figuretext.h"
#include "figure/markup.h"
#include "figure/pdfpage.h"
#include "figure/qpdf.h"
#include "figure/sidecar.h"
#include "figure/words.h"
#include "figure/xmp.h"
#include "geo/wellknowntext.h"

#include <QJsonDocument>
#include <QUrl>

#include <algorithm>
#include <array>
#include <exception>
#include <string>

namespace dateline
{

namespace
{

using Object = QPDFObjectHandle;

constexpr double pointsInAPagePixel = 0.75;
constexpr auto language = "en"; // Of all texts of the figure itself.

Object textObject(const QString &text)
{
    return Object::newUnicodeString(text.toStdString());
}

Object dictionary(const char *text)
{
    return Object::parse(text);
}

Object numbers(const std::vector<double> &values, int decimals)
{
    Object array = Object::newArray();
    for (const double value : values)
        array.appendItem(Object::newReal(value, decimals));
    return array;
}

class PdfFinisher
{
public:
    PdfFinisher(QPDF &pdf, const FigureSpec &spec, const FigureContent &content, const FigureReport &report)
        : m_pdf(pdf)
        , m_spec(spec)
        , m_content(content)
        , m_report(report)
        , m_page(QPDFPageDocumentHelper(pdf).getAllPages().at(0))
        , m_height(m_page.getMediaBox().getArrayAsRectangle().ury)
    {
    }

    void finish()
    {
        describe();
        tagPage();
        for (const FigureReport::Callout &callout : m_report.callouts)
            linkToSource(callout);
        for (std::size_t i = 0; i < m_report.sourceBoxes.size(); ++i)
            linkToWeb(i);
        closeStructure();
        placeOnEarth();
        attachSidecar(); // Last: it tells the hash of the page.
    }

private:
    [[nodiscard]] Object rectangle(const QRectF &box) const
    {
        constexpr int decimals = 4;
        return numbers({box.left() * pointsInAPagePixel, m_height - box.bottom() * pointsInAPagePixel,
                        box.right() * pointsInAPagePixel, m_height - box.top() * pointsInAPagePixel},
                       decimals);
    }

    void describe()
    {
        Object catalog = m_pdf.getRoot();
        catalog.replaceKey("/Lang", Object::newString(language));
        catalog.replaceKey("/ViewerPreferences", dictionary("<< /DisplayDocTitle true >>"));
        const Object old = m_pdf.getTrailer().getKey("/Info");
        Object info = m_pdf.makeIndirectObject(Object::newDictionary());
        // Without the hour of writing, so that the same figure has the same bytes.
        for (const char *kept : {"/Creator", "/Producer"}) {
            if (old.isDictionary() && old.hasKey(kept))
                info.replaceKey(kept, old.getKey(kept));
        }
        info.replaceKey("/Title", textObject(m_report.title));
        info.replaceKey("/Subject", textObject(m_report.alternativeText));
        if (!m_spec.credit.isEmpty())
            info.replaceKey("/Author", textObject(m_spec.credit));
        m_pdf.getTrailer().replaceKey("/Info", info);
        m_pdf.getTrailer().removeKey("/ID"); // Qt's is a random one; a new one is made from what is written.
        Object xmp = Object::newStream(&m_pdf, xmpPacket(m_spec, m_content, m_report).toStdString());
        xmp.getDict().replaceKey("/Type", Object::newName("/Metadata"));
        xmp.getDict().replaceKey("/Subtype", Object::newName("/XML"));
        catalog.replaceKey("/Metadata", xmp);
    }

    /// The whole page is one picture to a screen reader: its lines and boxes would be read in no order.
    void tagPage()
    {
        m_pdf.getRoot().replaceKey("/MarkInfo", dictionary("<< /Marked true >>"));
        m_page.addPageContents(Object::newStream(&m_pdf, "/Figure << /MCID 0 >> BDC\n"), true);
        m_page.addPageContents(Object::newStream(&m_pdf, "\nEMC\n"), false);
        Object page = m_page.getObjectHandle();
        page.replaceKey("/StructParents", Object::newInteger(0));
        page.replaceKey("/Tabs", Object::newName("/S"));
        m_structure = m_pdf.makeIndirectObject(dictionary("<< /Type /StructTreeRoot >>"));
        m_document = m_pdf.makeIndirectObject(dictionary("<< /Type /StructElem /S /Document /K [] >>"));
        m_document.replaceKey("/P", m_structure);
        Object figure = element("/Figure", m_report.alternativeText);
        figure.replaceKey("/K", Object::newInteger(0));
        Object layout = dictionary("<< /O /Layout /Placement /Block >>");
        layout.replaceKey("/BBox", page.getKey("/MediaBox"));
        figure.replaceKey("/A", layout);
        m_parents.push_back(Object::newArray({figure}));
    }

    /// A new part of the document's structure.
    Object element(const char *kind, const QString &alternative)
    {
        Object element = m_pdf.makeIndirectObject(dictionary("<< /Type /StructElem >>"));
        element.replaceKey("/S", Object::newName(kind));
        element.replaceKey("/P", m_document);
        element.replaceKey("/Pg", m_page.getObjectHandle());
        element.replaceKey("/Alt", textObject(alternative));
        m_document.getKey("/K").appendItem(element);
        return element;
    }

    void addLink(const QRectF &box, const QString &words, const Object &action)
    {
        Object link = m_pdf.makeIndirectObject(
            dictionary("<< /Type /Annot /Subtype /Link /F 4 /Border [0 0 0] /H /I >>")); // Printed with the page.
        link.replaceKey("/Rect", rectangle(box));
        link.replaceKey("/Contents", textObject(words));
        link.replaceKey("/A", action);
        link.replaceKey("/StructParent", Object::newInteger(static_cast<long long>(m_parents.size())));
        Object part = element("/Link", words);
        Object reference = dictionary("<< /Type /OBJR >>");
        reference.replaceKey("/Obj", link);
        reference.replaceKey("/Pg", m_page.getObjectHandle());
        part.replaceKey("/K", reference);
        m_parents.push_back(part);
        Object page = m_page.getObjectHandle();
        if (!page.hasKey("/Annots"))
            page.replaceKey("/Annots", Object::newArray());
        page.getKey("/Annots").appendItem(link);
    }

    /// To the source of its first words whose line is on the page.
    void linkToSource(const FigureReport::Callout &callout)
    {
        for (const FigureWords &words : m_content.words) {
            const auto line = std::ranges::find(m_report.listed, words.source) - m_report.listed.begin();
            if (!std::ranges::contains(callout.incidents, words.incident) || line >= std::ssize(m_report.sourceBoxes))
                continue;
            const QRectF &box = m_report.sourceBoxes[static_cast<std::size_t>(line)];
            Object target = dictionary("[ /XYZ null null null ]");
            target.setArrayItem(1, Object::newReal(box.left() * pointsInAPagePixel, 2));
            target.setArrayItem(2, Object::newReal(m_height - box.top() * pointsInAPagePixel, 2));
            target.insertItem(0, m_page.getObjectHandle());
            Object action = dictionary("<< /S /GoTo >>");
            action.replaceKey("/D", target);
            addLink(callout.box, FigureText::tr("Source [%1]").arg(sourceLetter(static_cast<int>(line))), action);
            return;
        }
    }

    void linkToWeb(std::size_t line)
    {
        const FigureSource &source = m_content.sources[static_cast<std::size_t>(m_report.listed[line])];
        if (!isWebAddress(source.address))
            return;
        Object action = dictionary("<< /S /URI >>");
        action.replaceKey("/URI", Object::newString(QUrl(source.address).toEncoded().toStdString()));
        addLink(m_report.sourceBoxes[line], m_report.sources[static_cast<qsizetype>(line)], action);
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
        m_structure.replaceKey("/K", m_document);
        m_structure.replaceKey("/ParentTree", m_pdf.makeIndirectObject(tree));
        m_structure.replaceKey("/ParentTreeNextKey", Object::newInteger(static_cast<long long>(m_parents.size())));
        m_pdf.getRoot().replaceKey("/StructTreeRoot", m_structure);
    }

    /// A viewport, as programs of maps read it.
    void placeOnEarth()
    {
        if (!m_report.metres)
            return;
        const NamedPlane plane(m_report.projection);
        const QByteArray name = plane.wellKnownText(m_report.metres->mapRect(m_report.map));
        if (name.isEmpty())
            return;
        // Four points of the map, the corners where these are on the earth.
        for (double reach = 1; reach > 0.01; reach *= 0.8) {
            std::vector<double> onPage;
            std::vector<double> onEarth;
            for (const auto &[x, y] : {std::pair(-1, -1), {-1, 1}, {1, 1}, {1, -1}}) {
                const QPointF part(0.5 + 0.5 * reach * x, 0.5 + 0.5 * reach * y); // From the bottom left.
                const QPointF pixel(m_report.map.left() + part.x() * m_report.map.width(),
                                    m_report.map.bottom() - part.y() * m_report.map.height());
                const std::optional<LonLat> position = plane.ownDegrees(m_report.metres->map(pixel));
                if (!position)
                    break;
                onPage.insert(onPage.end(), {part.x(), part.y()});
                onEarth.insert(onEarth.end(), {position->lat, position->lon});
            }
            constexpr std::size_t all = 8;
            if (onEarth.size() < all)
                continue;
            constexpr int decimals = 12;
            Object measure = dictionary("<< /Type /Measure /Subtype /GEO /Bounds [0 0 0 1 1 1 1 0] >>");
            measure.replaceKey("/LPTS", numbers(onPage, decimals));
            measure.replaceKey("/GPTS", numbers(onEarth, decimals));
            Object system = dictionary("<< /Type /PROJCS >>");
            system.replaceKey("/WKT", Object::newString(name.toStdString()));
            measure.replaceKey("/GCS", system);
            Object viewport = dictionary("<< /Type /Viewport /Name (Map) >>");
            viewport.replaceKey("/BBox", rectangle(m_report.map));
            viewport.replaceKey("/Measure", measure);
            m_page.getObjectHandle().replaceKey("/VP", Object::newArray({viewport}));
            return;
        }
    }

    void attachSidecar()
    {
        QJsonObject sidecar = sidecarOf(m_spec, m_content, m_report);
        sidecar.insert(QStringLiteral("picture"), QJsonObject{{QStringLiteral("pageSha256"), pageSha256(m_pdf)}});
        auto stream = QPDFEFStreamObjectHelper::createEFStream(m_pdf, QJsonDocument(sidecar).toJson().toStdString());
        stream.setSubtype("application/json");
        auto file = QPDFFileSpecObjectHelper::createFileSpec(m_pdf, pdfSidecar, stream);
        file.setDescription(FigureText::tr("What the figure shows and was made from").toStdString());
        file.getObjectHandle().replaceKey("/AFRelationship", Object::newName("/Data"));
        QPDFEmbeddedFileDocumentHelper(m_pdf).replaceEmbeddedFile(pdfSidecar, file);
        m_pdf.getRoot().replaceKey("/AF", Object::newArray({file.getObjectHandle()}));
    }

    QPDF &m_pdf;
    const FigureSpec &m_spec;
    const FigureContent &m_content;
    const FigureReport &m_report;
    QPDFPageObjectHelper m_page;
    double m_height; ///< Points.
    Object m_structure;
    Object m_document;
    std::vector<Object> m_parents; ///< By number, what each marked part and each link belongs to.
};

} // namespace

Result<QByteArray> finishedPdf(const QByteArray &bytes, const FigureSpec &spec, const FigureContent &content,
                               const FigureReport &report)
{
    try {
        QPDF pdf;
        pdf.setSuppressWarnings(true);
        pdf.processMemoryFile("figure", bytes.constData(), static_cast<size_t>(bytes.size()));
        PdfFinisher(pdf, spec, content, report).finish();
        QPDFWriter writer(pdf);
        writer.setMinimumPDFVersion("1.7");
        writer.setDeterministicID(true);
        writer.setOutputMemory();
        writer.write();
        const std::shared_ptr<Buffer> written = writer.getBufferSharedPointer();
        return QByteArray(reinterpret_cast<const char *>(written->getBuffer()),
                          static_cast<qsizetype>(written->getSize()));
    } catch (const std::exception &) {
        // The page is our own, so what is left to fail is memory.
        return failure(Error::Kind::Unwritable,
                       FigureText::tr("The figure could not be drawn as PDF: there is not enough memory for it; make "
                                      "it smaller"));
    }
}

} // namespace dateline
