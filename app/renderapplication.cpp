// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/renderapplication.h"

#include "app/application.h"
#include "app/definitionfile.h"
#include "models/workflow/workflowdocument.h"
#include "ui/graph/graphexport.h"
#include "ui/graph/graphpicture.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QDir>
#include <QFileInfo>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(RenderApplication)
};

void print(std::FILE *stream, const QString &text)
{
    std::fputs((text % u'\n').toLocal8Bit().constData(), stream);
}

void complain(const QString &place, const QString &text)
{
    print(stderr, u"podium: "_s % place % u": "_s % text);
}

} // namespace

RenderApplication::RenderApplication(QApplication &application, RenderRequest request)
    : m_request(std::move(request))
    , m_translators(Application::installTranslations())
{
    applyTheme(application, m_request.dark ? Scheme::Dark : Scheme::Light);
    m_style = GraphStyle(QApplication::palette(), QApplication::font());
    m_layout.direction = m_request.direction;
    m_layout.metrics = textMetrics(QApplication::font());
}

int RenderApplication::run()
{
    bool allDrawn = true;
    for (const RenderJob &job : m_request.jobs)
        allDrawn = draw(job) && allDrawn;
    return allDrawn ? 0 : 1;
}

bool RenderApplication::draw(const RenderJob &job)
{
    const auto refuse = [&job](const Error &error) {
        complain(job.source, error.text());
        return false;
    };
    const Result<QByteArray> content = definitionContent(job.source, kMaxWorkflowSize);
    if (!content)
        return refuse(content.error());
    const Result<WorkflowDocument> document = readWorkflow(*content);
    if (!document)
        return refuse(document.error());
    // The text of a wrong definition ends early; what stands before that is drawn all the same.
    if (document->incomplete) {
        const WorkflowProblem &problem = document->problems.constFirst();
        complain(job.source % u':' % QString::number(problem.span.line), problem.message);
    }
    if (document->states.isEmpty())
        return refuse(unreadableDefinition(Texts::tr("It has no states.")));
    const Result<SharedPicture> picture = makePicture(buildGraph(*document), m_layout, {});
    if (!picture)
        return refuse(picture.error());
    QDir().mkpath(QFileInfo(job.target).path()); // where that fails, saving says why
    const Result<Done> saved = exportGraph({*picture, {}, m_style}, job.target, m_request.scale);
    if (!saved) {
        complain(job.source, saved.error().what % u' ' % saved.error().why);
        return false;
    }
    print(stdout, job.target);
    return !document->incomplete;
}

} // namespace podium
