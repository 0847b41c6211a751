using FluentValidation.Resources;

namespace SrmPortal.Web.Infrastructure;

/// <summary>What forms say when an answer cannot be understood, in words that fit any field, beside its label.</summary>
internal sealed class ValidationTexts : LanguageManager
{
    public ValidationTexts()
    {
        Add("NotEmptyValidator", "Fill this in.", "Заполните это поле.");
        Add("NotNullValidator", "Fill this in.", "Заполните это поле.");
        Add("EmailValidator", "Write the whole address, like name@company.example.", "Напишите адрес полностью, например name@company.example.");
        Add("MaximumLengthValidator", "At most {MaxLength} characters; there are {TotalLength}.", "Не длиннее {MaxLength} знаков, сейчас {TotalLength}.");
        Add("MinimumLengthValidator", "At least {MinLength} characters; there are {TotalLength}.", "Не короче {MinLength} знаков, сейчас {TotalLength}.");
        Add("LengthValidator", "From {MinLength} to {MaxLength} characters; there are {TotalLength}.", "От {MinLength} до {MaxLength} знаков, сейчас {TotalLength}.");
        Add("ExactLengthValidator", "Exactly {MaxLength} characters; there are {TotalLength}.", "Ровно {MaxLength} знаков, сейчас {TotalLength}.");
        Add("GreaterThanValidator", "More than {ComparisonValue}.", "Больше {ComparisonValue}.");
        Add("GreaterThanOrEqualValidator", "At least {ComparisonValue}.", "Не меньше {ComparisonValue}.");
        Add("LessThanValidator", "Less than {ComparisonValue}.", "Меньше {ComparisonValue}.");
        Add("LessThanOrEqualValidator", "At most {ComparisonValue}.", "Не больше {ComparisonValue}.");
        Add("InclusiveBetweenValidator", "From {From} to {To}.", "От {From} до {To}.");
        Add("EnumValidator", "Choose one of the answers.", "Выберите один из вариантов.");
        Add("RegularExpressionValidator", "This is not written as expected.", "Это написано не так, как ожидается.");
        Add("PredicateValidator", "This cannot be accepted.", "Это нельзя принять.");
    }

    private void Add(string validator, string english, string russian)
    {
        AddTranslation(Language.English, validator, english);
        AddTranslation(Language.Russian, validator, russian);
    }
}
