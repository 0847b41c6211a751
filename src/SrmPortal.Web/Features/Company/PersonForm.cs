using FluentValidation;
using Microsoft.Extensions.Localization;
using SrmPortal.Domain.Accounts;
using SrmPortal.Web.Features.Account;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Company;

/// <summary>Who somebody is and may do for the company. What a master user may not decide, a password, a state, another company, is not here.</summary>
public class PersonForm
{
    /// <summary>What the form was filled from; 0 for a new person.</summary>
    public int Revision { get; init; }

    public string? FullName { get; init; }

    public string? Position { get; init; }

    public string? Phone { get; init; }

    public string? Email { get; init; }

    /// <summary>Of the first mail.</summary>
    public string? Language { get; init; }

    public bool IsContactPerson { get; init; }

    public bool MaySubmit { get; init; }

    public bool IsMasterUser { get; init; }

    public bool IsViewer { get; init; }

    public MembershipRights Rights() => new(IsContactPerson, IsMasterUser, IsViewer, MaySubmit && IsContactPerson);

    public sealed class Validator : AbstractValidator<PersonForm>
    {
        public Validator(IStringLocalizer<Texts> texts)
        {
            // A form of somebody who works for other companies too has neither name nor address to change.
            RuleFor(form => form.FullName).NotEmpty().When(form => form.Revision == 0).WithMessage(_ => texts["Enter surname, first name and patronymic."]);
            RuleFor(form => form.FullName).MaximumLength(200).WithMessage(_ => texts["At most {0} characters.", 200]);
            RuleFor(form => form.Position).MaximumLength(200).WithMessage(_ => texts["At most {0} characters.", 200]);
            RuleFor(form => form.Phone).Must(Tidy.IsPhone).WithMessage(_ => texts["Enter the phone with the country’s code, for example +7 343 226-41-82."]);
            RuleFor(form => form.Email).Must((form, email) => Tidy.IsEmail(email) || (email is null && form.Revision > 0)).WithMessage(_ => texts["Enter one e-mail address, for example kovaleva@uraltrubsnab.example."]);
            RuleFor(form => form.Language).Must(language => language is null || Infrastructure.Language.Exists(language)).WithMessage(_ => texts["Choose a language."]);
            RuleFor(form => form.IsContactPerson).Must((form, _) => !form.Rights().IsNothing).WithMessage(_ => texts["Choose at least one role."]);
        }
    }
}
