"""Addresses behind links that were sent: they open one draft to who holds them."""

from django.urls import path

from editorial.outside import views

BY_MAIL, PREVIEW = "duyet-qua-thu/<str:token>/", "xem-truoc/<str:token>/"

urlpatterns = [
    path(BY_MAIL, views.MailDecideView.as_view(), name="editorial_mail_decide"),
    path(f"{BY_MAIL}noi-dung/", views.MailTextView.as_view(), name="editorial_mail_text"),
    path(f"{BY_MAIL}tep/<path:name>", views.MailFileView.as_view(), name="editorial_mail_file"),
    path(
        f"{BY_MAIL}tai-lieu/<int:number>/<path:name>",
        views.MailDocumentView.as_view(),
        name="editorial_mail_document",
    ),
    path(PREVIEW, views.PreviewView.as_view(), name="editorial_preview"),
    path(f"{PREVIEW}noi-dung/", views.PreviewTextView.as_view(), name="editorial_preview_text"),
    path(f"{PREVIEW}tep/<path:name>", views.PreviewFileView.as_view(), name="editorial_preview_file"),
    path(
        f"{PREVIEW}tai-lieu/<int:number>/<path:name>",
        views.PreviewDocumentView.as_view(),
        name="editorial_preview_document",
    ),
]
