# Templates
sheets-menu = Templates
sheets-templates = Templates
sheets-untitled = Untitled
sheets-list-lead = The templates are filled in with what you have written in the plan. Complete, comment and approve.
sheets-list-caption = The templates and how far they have come
sheets-column-template = Template
sheets-column-standing = Status
sheets-column-missing = Missing before approval
sheets-nothing-missing = Nothing
sheets-progress = { $written } of { $of } fields are filled in
sheets-standing = Status:
sheets-standing-draft = Draft
sheets-standing-approved = Approved, version { $n }
sheets-standing-changed = Changed after version { $n }
sheets-blanks = The templates of the method
sheets-blanks-lead = Read what each template contains and print it blank. Open a dialogue, a project or a collaboration to fill in a template.
sheets-blanks-link = Blank forms to print
sheets-blank = Form
sheets-blank-link = Blank form to print
sheets-blank-where = This is a blank form. In a dialogue, a project or a collaboration the template is filled in with what you have already written.
sheets-blank-docx = Blank form as Word (DOCX)
sheets-blank-pdf = Blank form as PDF
sheets-file-blank = blank
sheets-read-in-book = Read more in the handbook
sheets-files = Files
sheets-draft-docx = The draft as Word (DOCX)
sheets-draft-pdf = The draft as PDF
sheets-not-concerned = The section does not apply here.
sheets-not-written = Not filled in.
sheets-required = Needed before approval.
sheets-fetched-from = Fetched from
sheets-fetched-change = Fetched from: { $from }. Change it if it is not right.
sheets-written-in = Written in
sheets-live = Go to the content
sheets-only-on-paper = The section stands on the blank form and is filled in by hand.
sheets-missing = This is missing
sheets-versions = Approved versions
sheets-versions-none = No version is approved.
sheets-version-line = Version { $number }, { $when }, { $name }
sheets-version = version { $n }
sheets-version-approved = Approved { $when } by { $name }. The content does not change.
sheets-version-newer = There is a newer version
sheets-version-hash = Checksum (SHA-256)
sheets-version-docx = The version as Word (DOCX)
sheets-version-pdf = The version as PDF
sheets-head-date = Date
sheets-head-case-number = Case number
sheets-head-standing = Status
sheets-head-version = Version
sheets-head-approved-by = Approved by
sheets-fill-link = Fill in the template
sheets-fill-title = Fill in: { $name }
sheets-fill-lead = Here stands only what the plan does not ask for. What you write also shows in other templates where it belongs.
sheets-fill-nothing = The template asks for nothing of its own. Everything is written in the plan.
sheets-fill-reason = Why do you change it?
sheets-fill-reason-hint = Write the reason if you change something that residents have already read. The reason is shown to everyone.
sheets-fill-save = Save the template
sheets-read-only = You can read but not change.
sheets-back = Back to { $name }
sheets-conflict-who = { $name } saved { $when }.
sheets-approve-link = Approve the template
sheets-approve-title = Approve: { $name }
sheets-approve-lead = An approved version is kept as it is, with date and name. If somebody changes the plan afterwards there is a new draft.
sheets-approve-submit = Approve as a new version
sheets-approve-not-yours = You may not approve this template. Ask somebody who may.
sheets-approve-content = This is what is approved
sheets-already-approved = What stands is already approved
sheets-error-missing = Fill in what is missing before the template is approved
sheets-error-changed = Somebody changed it while you were reading. Read it again and then approve
sheets-error-held = A step already taken needs: { $what }. Go back one step if it is to be changed
sheets-error-reason = Write why you change it. The reason is shown to everyone
sheets-error-choice = Choose to mark the comment as done or open it again
sheets-error-comment-empty = Write a comment
sheets-error-comment-long = Shorten the comment to at most 2,000 characters
sheets-comment-add = Comment
sheets-comment-on = Comment on { $section }
sheets-comment-send = Save the comment
sheets-comment-said = { $name }, { $when }.
sheets-comment-resolved = Done according to { $name }, { $when }.
sheets-comment-resolve = Mark as done
sheets-comment-reopen = Open the comment again
sheets-done-comment = The comment is saved
sheets-done-resolved = The comment is marked as done
sheets-done-reopened = The comment is open again
sheets-done-saved = The template is saved
sheets-done-approved = The template is approved
sheets-comments = { $n ->
    [one] 1 comment
   *[other] { $n } comments
}
sheets-comments-open = { $n ->
    [one] 1 is not done
   *[other] { $n } are not done
}
sheets-comments-waiting = { $n ->
    [one] 1 comment is not done
   *[other] { $n } comments are not done
}
sheets-approve-missing = { $n ->
    [one] 1 thing is missing
   *[other] { $n } things are missing
}
